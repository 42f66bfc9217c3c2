import { Button, type ButtonProps, type ElementProps, Kbd } from '@mantine/core';
import type { ReactNode } from 'react';
import { type KeyLayer, type KeyName, keyCap, usePageKeys } from '#renderer/lib/keys';

type Look = Omit<ButtonProps, 'children' | 'leftSection' | 'rightSection'>;
type Html = ElementProps<'button', keyof ButtonProps | 'onClick' | 'children'>;

interface KeyButtonProps extends Look, Html {
  keys: KeyName;
  label: string;
  icon?: ReactNode;
  run: () => void;
  /** `dialog` for a button in a dialog. */
  layer?: KeyLayer;
}

/** A button that shows its key; while it is `loading`, neither the button nor the key runs the action again. */
export function KeyButton({
  keys,
  label,
  icon,
  run,
  disabled = false,
  loading = false,
  layer,
  ...look
}: KeyButtonProps) {
  usePageKeys([{ keys, label, run, disabled: disabled || loading }], layer);
  return (
    <Button
      {...look}
      disabled={disabled}
      loading={loading}
      aria-keyshortcuts={keys.replace('Ctrl', 'Control')}
      onClick={run}
      leftSection={icon}
      rightSection={
        <Kbd size="xs" aria-hidden>
          {keyCap(keys)}
        </Kbd>
      }
    >
      {label}
    </Button>
  );
}
