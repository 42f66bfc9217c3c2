import { Button, type ButtonProps, Kbd } from '@mantine/core';
import type { ReactNode } from 'react';
import { type KeyLayer, type KeyName, usePageKeys } from '../lib/keys';

interface KeyButtonProps extends Omit<ButtonProps, 'children' | 'leftSection' | 'rightSection'> {
  keys: KeyName;
  label: string;
  icon?: ReactNode;
  run: () => void;
  /** `dialog` for a button in a dialog. */
  layer?: KeyLayer;
}

/** A button that shows the key which does the same. */
export function KeyButton({ keys, label, icon, run, disabled, layer, ...look }: KeyButtonProps) {
  usePageKeys([{ keys, label, run, disabled: disabled ?? false }], layer);
  return (
    <Button
      {...look}
      disabled={disabled}
      aria-keyshortcuts={keys.replace('Ctrl', 'Control')}
      onClick={run}
      leftSection={icon}
      rightSection={
        <Kbd size="xs" aria-hidden>
          {keys}
        </Kbd>
      }
    >
      {label}
    </Button>
  );
}
