import { Kbd } from '@mantine/core';

/** Shows a button's key where another component handles that key. */
export function KeyHint({ keys }: { keys: 'Enter' | 'Ctrl+Enter' | 'Esc' }) {
  return (
    <Kbd size="xs" aria-hidden>
      {keys}
    </Kbd>
  );
}
