import { Alert } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useRefusalSentence } from '#renderer/lib/refusal';

interface RefusalNoteProps {
  /** What a call failed with; nothing is shown for null or undefined. */
  error: unknown;
  /** Called when it was read; without it the note stays until the error is gone. */
  onDismiss?: () => void;
}

/** Says what is wrong and what to do, where the eye is, until it is read. */
export function RefusalNote({ error, onDismiss }: RefusalNoteProps) {
  const { t } = useTranslation();
  const sentence = useRefusalSentence();
  if (error === null || error === undefined) return null;
  return (
    <Alert
      role="alert"
      color="red"
      variant="light"
      icon={<IconAlertCircle aria-hidden />}
      withCloseButton={onDismiss !== undefined}
      closeButtonLabel={t('dismiss')}
      onClose={onDismiss}
    >
      {sentence(error)}
    </Alert>
  );
}
