import { modals } from '@mantine/modals';
import i18next from 'i18next';
import { useMemo } from 'react';
import { type PageKey, usePageKeys } from '#renderer/lib/keys';

interface Question {
  title: string;
  /** What happens on confirmation, with figures. */
  consequence: string;
  /** What the button does, starting with a verb: "Close the shift". */
  confirmLabel: string;
  /** What the other button does; the default "Cancel" is ambiguous where the action itself cancels something. */
  cancelLabel?: string;
  /** Whether Enter declines; used where Enter is pressed often and confirming by mistake would lose money. */
  keepsByEnter?: boolean;
  /** For actions that remove something and cannot be undone. */
  danger?: boolean;
}

/** Asks before an action that cannot be undone; resolves to whether it was confirmed. */
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
      // By default Enter confirms; it does not trigger the close button.
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

/** The text of the question. Only its keys work while it is open, even over another dialog. */
function Consequence({ text, cancelLabel, onCancel }: ConsequenceProps) {
  usePageKeys(NO_KEYS, 'dialog');
  usePageKeys(
    useMemo(() => [{ keys: 'Escape', label: cancelLabel, run: onCancel }], [cancelLabel, onCancel]),
    'dialog',
  );
  return text;
}
