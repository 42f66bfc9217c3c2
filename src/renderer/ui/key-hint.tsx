import { Kbd } from '@mantine/core';

/** Shows on a button which key does the same, where something else than the button hears it. */
export function KeyHint({ keys }: { keys: 'Enter' | 'Esc' }) {
  return (
    <Kbd size="xs" aria-hidden>
      {keys}
    </Kbd>
  );
}
