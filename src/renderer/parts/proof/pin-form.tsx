import { Stack } from '@mantine/core';
import { PinPad } from './pin-pad';
import { ProofNote } from './proof-note';

interface PinFormProps {
  /** The text above the field while there is no error. */
  hint: string;
  action: string;
  busy: boolean;
  /** The error of the last attempt, or null; shown until something is typed. */
  error: unknown;
  onType: () => void;
  onEnter: (pin: string) => void;
}

/** Asks for the PIN of a person chosen by tile. */
export function PinForm({ hint, action, busy, error, onType, onEnter }: PinFormProps) {
  return (
    <Stack gap="sm">
      <ProofNote secret="pin" error={error} hint={hint} />
      <PinPad action={action} busy={busy} onType={onType} onEnter={onEnter} />
    </Stack>
  );
}
