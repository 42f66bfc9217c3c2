import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyHint } from './key-hint';
import { RefusalNote } from './refusal-note';
import { submitByEnter } from './submit-by-enter';
import { submitDialog } from './submit-dialog';
import { useErrorUntilInput } from './use-error-until-input';
import { useUnsaved } from './use-unsaved';

interface FormDialogProps {
  title: string;
  submitLabel: string;
  onSubmit: () => void;
  onClose: () => void;
  busy: boolean;
  /** The error of the call. */
  error: unknown;
  size?: string;
  /** Whether typed input would be lost; then leaving asks first. */
  unsaved?: boolean;
  /** Focuses the submit button, for a dialog that may have no field. */
  submitFocused?: boolean;
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
  return (
    <Modal
      opened
      onClose={() => void leave()}
      title={props.title}
      size={props.size ?? 'md'}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form
        noValidate
        onKeyDownCapture={submitByEnter}
        onInput={corrected}
        onSubmit={(event) => submitDialog(event, () => !props.busy && props.onSubmit())}
      >
        <Stack>
          {props.children}
          <RefusalNote error={error} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" size="md" onClick={() => void leave()}>
              {t('cancel')}
            </Button>
            <Button
              type="submit"
              size="md"
              loading={props.busy}
              data-autofocus={props.submitFocused || undefined}
              rightSection={<KeyHint keys="Enter" />}
            >
              {props.submitLabel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
