import { Alert } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';

/** Says that something is done which cannot be seen on the page itself. */
export function DoneNote({ children }: { children: string }) {
  return (
    <Alert role="status" color="green" variant="light" icon={<IconCheck aria-hidden />}>
      {children}
    </Alert>
  );
}
