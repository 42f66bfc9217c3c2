import { Stack } from '@mantine/core';
import { PinPad } from './pin-pad';
import { ProofNote } from './proof-note';

interface PinFormProps {
  action: string;
  busy: boolean;
  /** What the last try failed with, or null; it stays until something is typed. */
  error: unknown;
  onType: () => void;
  onEnter: (pin: string) => void;
}

/** The PIN of the person of a tile. */
export function PinForm({ action, busy, error, onType, onEnter }: PinFormProps) {
  return (
    <Stack gap="sm">
      <ProofNote secret="pin" error={error} />
      <PinPad action={action} busy={busy} onType={onType} onEnter={onEnter} />
    </Stack>
  );
}
