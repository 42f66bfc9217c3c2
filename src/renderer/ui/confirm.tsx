import { modals } from '@mantine/modals';
import i18next from 'i18next';
import { useMemo } from 'react';
import { type PageKey, usePageKeys } from '#renderer/lib/keys';

interface Question {
  title: string;
  /** What happens then, with its figures. */
  consequence: string;
  /** What the button does, as a verb: "Close the shift". */
  confirmLabel: string;
  /** What the other button does; Cancel by default, which is no answer where something is cancelled. */
  cancelLabel?: string;
  /** Whether Enter keeps things as they are, where it is pressed often and the other answer loses money. */
  keepsByEnter?: boolean;
  /** For what cannot be undone and takes something away. */
  danger?: boolean;
}

/** Asks before what cannot be undone; answers whether it shall be done. */
export function confirm(question: Question): Promise<boolean> {
  const { title, consequence, confirmLabel, cancelLabel = i18next.t('cancel'), danger = false } = question;
  const { keepsByEnter = false } = question;
  return new Promise((resolve) => {
    const id = modals.openConfirmModal({
      title,
      children: (
        <Consequence text={consequence} cancelLabel={cancelLabel} onCancel={() => modals.close(id)} />
      ),
      labels: { confirm: confirmLabel, cancel: cancelLabel },
      // Enter does what was asked for, not what closes the question.
      confirmProps: { color: danger ? 'red' : undefined, 'data-autofocus': !keepsByEnter || undefined },
      cancelProps: { variant: 'default', 'data-autofocus': keepsByEnter || undefined },
      onConfirm: () => resolve(true),
      onClose: () => resolve(false),
    });
  });
}

const NO_KEYS: readonly PageKey[] = [];

interface ConsequenceProps {
  text: string;
  cancelLabel: string;
  onCancel: () => void;
}

/** What the question says; its keys are the only ones while it is open, also above another dialog. */
function Consequence({ text, cancelLabel, onCancel }: ConsequenceProps) {
  usePageKeys(NO_KEYS, 'dialog');
  usePageKeys(
    useMemo(() => [{ keys: 'Escape', label: cancelLabel, run: onCancel }], [cancelLabel, onCancel]),
    'dialog',
  );
  return text;
}
