import { modals } from '@mantine/modals';
import i18next from 'i18next';

interface Question {
  title: string;
  /** What happens then, with its figures. */
  consequence: string;
  /** What the button does, as a verb: "Close the shift". */
  confirmLabel: string;
  /** For what cannot be undone and takes something away. */
  danger?: boolean;
}

/** Asks before what cannot be undone; answers whether it shall be done. */
export function confirm({ title, consequence, confirmLabel, danger = false }: Question): Promise<boolean> {
  return new Promise((resolve) => {
    modals.openConfirmModal({
      title,
      children: consequence,
      labels: { confirm: confirmLabel, cancel: i18next.t('cancel') },
      // Enter does what was asked for, not what closes the question.
      confirmProps: { color: danger ? 'red' : undefined, 'data-autofocus': true },
      cancelProps: { variant: 'default' },
      onConfirm: () => resolve(true),
      onClose: () => resolve(false),
    });
  });
}
