import { Alert, Text } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { refusalOf, useRefusalSentence } from '#renderer/lib/refusal';
import { waitInWords } from '#renderer/lib/refusal-sentence';
import classes from './proof-note.module.css';

export type Secret = 'pin' | 'password';

interface ProofNoteProps {
  secret: Secret;
  /** The error of the last attempt, or null. */
  error: unknown;
  /** The text shown while there is no error. */
  hint?: string | undefined;
}

/** What was wrong with a PIN or password, and what to do; otherwise a hint. The height is the same either way. */
export function ProofNote({ secret, error, hint }: ProofNoteProps) {
  const sentence = useProofSentence(secret);
  return (
    <div className={classes.note}>
      {error === null ? (
        <Text c="dimmed">{hint}</Text>
      ) : (
        <Alert role="alert" color="red" variant="light" p="xs" icon={<IconAlertCircle aria-hidden />}>
          {sentence(error)}
        </Alert>
      )}
    </div>
  );
}

function useProofSentence(secret: Secret): (error: unknown) => string {
  const { t } = useTranslation(['common', 'refusals']);
  const sentence = useRefusalSentence();
  const mustWait = (seconds: number): string =>
    t(`common:proof.wait.${secret}`, { wait: waitInWords(seconds, t) });
  return (error) => {
    const refusal = refusalOf(error);
    switch (refusal?.code) {
      case 'SIGN_IN_WRONG':
      case 'APPROVAL_REFUSED': {
        const { triesLeft, waitSeconds } = refusal.data;
        if (waitSeconds > 0) return mustWait(waitSeconds);
        if (triesLeft === 0) return sentence(error);
        return t(`common:proof.wrong.${secret}`, { left: t('refusals:triesLeft', { count: triesLeft }) });
      }
      case 'TOO_MANY_TRIES':
        return mustWait(refusal.data.waitSeconds);
      default:
        return sentence(error);
    }
  };
}
