import { modals } from '@mantine/modals';
import i18next from 'i18next';

interface Question {
  title: string;
  /** What happens then, with its figures. */
  consequence: string;
  /** What the button does, as a verb: "Close the shift". */
  confirmLabel: string;
  /** What the other button does; Cancel by default, which is no answer where something is cancelled. */
  cancelLabel?: string;
  /** For what cannot be undone and takes something away. */
  danger?: boolean;
}

/** Asks before what cannot be undone; answers whether it shall be done. */
export function confirm(question: Question): Promise<boolean> {
  const { title, consequence, confirmLabel, cancelLabel = i18next.t('cancel'), danger = false } = question;
  return new Promise((resolve) => {
    modals.openConfirmModal({
      title,
      children: consequence,
      labels: { confirm: confirmLabel, cancel: cancelLabel },
      // Enter does what was asked for, not what closes the question.
      confirmProps: { color: danger ? 'red' : undefined, 'data-autofocus': true },
      cancelProps: { variant: 'default' },
      onConfirm: () => resolve(true),
      onClose: () => resolve(false),
    });
  });
}
