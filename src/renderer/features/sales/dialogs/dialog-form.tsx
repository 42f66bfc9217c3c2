import { Button, Group, Kbd, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogFrame } from '#renderer/ui/dialog-frame';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { submitByEnter } from '#renderer/ui/submit-by-enter';
import { submitDialog } from '#renderer/ui/submit-dialog';
import { useErrorUntilInput } from '#renderer/ui/use-error-until-input';

interface DialogFormProps {
  title: string;
  submitLabel: string;
  onSubmit: () => void;
  onClose: () => void;
  cancelLabel?: string;
  /** For destructive actions. */
  danger?: boolean;
  busy: boolean;
  error: unknown;
  /** A second action, such as removing a discount. */
  secondary?: ReactNode;
  size?: string;
  children: ReactNode;
}

/** A form dialog of the till: Enter submits, Escape closes, and a refusal is shown inside. */
export function DialogForm(props: DialogFormProps) {
  const [error, corrected] = useErrorUntilInput(props.error);
  const { t } = useTranslation('sales');
  return (
    <DialogFrame onClose={props.onClose} title={props.title} size={props.size ?? 'md'}>
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
            <Button variant="default" size="md" onClick={props.onClose}>
              {props.cancelLabel ?? t('dialogs.cancel')}
            </Button>
            {props.secondary}
            <Button
              type="submit"
              size="md"
              color={props.danger ? 'red' : undefined}
              loading={props.busy}
              rightSection={<Kbd size="xs">{t('dialogs.enter')}</Kbd>}
            >
              {props.submitLabel}
            </Button>
          </Group>
        </Stack>
      </form>
    </DialogFrame>
  );
}
