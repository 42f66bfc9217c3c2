import { modals } from '@mantine/modals';
import i18next from 'i18next';
import { useMemo } from 'react';
import { flushSync } from 'react-dom';
import { type PageKey, usePageKeys } from '#renderer/lib/keys';
import { FocusOnOpen } from './focus-on-open';
import { KeyHint } from './key-hint';

interface Question {
  title: string;
  /** What happens on confirmation, with figures. */
  consequence: string;
  /** What the button does, starting with a verb: "Close the shift". */
  confirmLabel: string;
  /** What the other button does; the default "Cancel" is ambiguous where the action itself cancels something. */
  cancelLabel?: string;
  /**
   * Whether Enter declines and only Ctrl+Enter confirms: for what cannot be undone, and where confirming by mistake
   * would lose money. A `danger` question always does.
   */
  keepsByEnter?: boolean;
  /** For actions that remove something and cannot be undone. */
  danger?: boolean;
}

/** Asks before an action that cannot be undone; resolves to whether it was confirmed. */
export function confirm(asked: Question): Promise<boolean> {
  const { title, consequence, confirmLabel, cancelLabel = i18next.t('cancel'), danger = false } = asked;
  const { keepsByEnter = danger } = asked;
  return new Promise((resolve) => {
    const question: Parameters<typeof modals.openConfirmModal>[0] = {
      title,
      children: (
        <Consequence
          text={consequence}
          cancel={{ label: cancelLabel, run: () => modals.close(id) }}
          confirm={
            keepsByEnter
              ? {
                  label: confirmLabel,
                  run: () => {
                    // Closing resolves to false, so the answer is given first.
                    resolve(true);
                    modals.close(id);
                  },
                }
              : undefined
          }
        />
      ),
      labels: { confirm: confirmLabel, cancel: cancelLabel },
      // By default Enter confirms; it does not trigger the close button.
      confirmProps: {
        color: danger ? 'red' : undefined,
        'data-autofocus': !keepsByEnter || undefined,
        'aria-keyshortcuts': keepsByEnter ? CONFIRM.replace('Ctrl', 'Control') : undefined,
        rightSection: <KeyHint keys={keepsByEnter ? CONFIRM : 'Enter'} />,
      },
      cancelProps: { variant: 'default', 'data-autofocus': keepsByEnter || undefined },
      onConfirm: () => resolve(true),
      onClose: () => resolve(false),
    };
    // Shown at once: a key pressed right after this one belongs to the question.
    const id = flushSync(() => modals.openConfirmModal(question));
  });
}

const CONFIRM = 'Ctrl+Enter';
const NO_KEYS: readonly PageKey[] = [];

interface Answer {
  label: string;
  run: () => void;
}

interface ConsequenceProps {
  text: string;
  cancel: Answer;
  /** Confirming by Ctrl+Enter, where Enter declines. */
  confirm: Answer | undefined;
}

/** The text of the question. Only its keys work while it is open, even over another dialog. */
function Consequence({ text, cancel, confirm }: ConsequenceProps) {
  usePageKeys(NO_KEYS, 'dialog');
  usePageKeys(
    useMemo(
      () => [{ keys: 'Escape', ...cancel }, ...(confirm ? [{ keys: CONFIRM, ...confirm } as const] : [])],
      [cancel, confirm],
    ),
    'dialog',
  );
  return (
    <>
      {text}
      <FocusOnOpen />
    </>
  );
}
