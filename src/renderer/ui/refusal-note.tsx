import { Alert } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useRefusalSentence } from '#renderer/lib/refusal';

interface RefusalNoteProps {
  /** The error of a call; nothing is shown for null or undefined. */
  error: unknown;
  /** Called when the person dismisses the note; without it the note stays until the error is gone. */
  onDismiss?: () => void;
}

/** Says what is wrong and what to do, next to where the person is looking, until it is dismissed. */
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
