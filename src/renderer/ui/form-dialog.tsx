import { Button, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogFrame } from './dialog-frame';
import { KeyButton } from './key-button';
import { KeyHint } from './key-hint';
import { RefusalNote } from './refusal-note';
import { submitByEnter } from './submit-by-enter';
import { submitDialog } from './submit-dialog';
import { useErrorUntilInput } from './use-error-until-input';
import { useUnsaved } from './use-unsaved';

interface FormDialogProps {
  title: string;
  submitLabel: string;
  /** In place of "Cancel", where that could be misread. */
  cancelLabel?: string;
  onSubmit: () => void;
  onClose: () => void;
  busy: boolean;
  /** The error of the call. */
  error: unknown;
  /** For destructive actions. */
  danger?: boolean;
  /** A second action, such as removing a discount. */
  secondary?: ReactNode;
  size?: string;
  /** Whether typed input would be lost; then leaving asks first. */
  unsaved?: boolean;
  /** For what cannot be undone: only the button and Ctrl+Enter submit, and Cancel has the focus where no field has. */
  keepsByEnter?: boolean;
  children: ReactNode;
}

/** A dialog with a few fields: Enter submits, Escape closes, and a refusal is shown inside. */
export function FormDialog(props: FormDialogProps) {
  const mayLeave = useUnsaved(props.unsaved ?? false);
  const leave = async (): Promise<void> => {
    if (await mayLeave()) props.onClose();
  };
  const [error, corrected] = useErrorUntilInput(props.error);
  const { t } = useTranslation();
  const { busy, keepsByEnter = false, submitLabel } = props;
  const submitColor = props.danger ? 'red' : undefined;
  return (
    <DialogFrame onClose={() => void leave()} title={props.title} size={props.size ?? 'md'}>
      <form
        noValidate
        onKeyDownCapture={submitByEnter}
        onInput={corrected}
        onSubmit={(event) => submitDialog(event, () => !(busy || keepsByEnter) && props.onSubmit())}
      >
        <Stack>
          {props.children}
          <RefusalNote error={error} />
          <Group justify="flex-end" gap="sm">
            <Button
              variant="default"
              size="md"
              data-autofocus={keepsByEnter || undefined}
              onClick={() => void leave()}
            >
              {props.cancelLabel ?? t('cancel')}
            </Button>
            {props.secondary}
            {keepsByEnter ? (
              <KeyButton
                layer="dialog"
                keys="Ctrl+Enter"
                size="md"
                color={submitColor}
                label={submitLabel}
                loading={busy}
                run={props.onSubmit}
              />
            ) : (
              <Button
                type="submit"
                size="md"
                color={submitColor}
                loading={busy}
                rightSection={<KeyHint keys="Enter" />}
              >
                {submitLabel}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </DialogFrame>
  );
}
