import { Alert } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';

/** Confirms an action whose result is not visible on the page. */
export function DoneNote({ children }: { children: string }) {
  return (
    <Alert role="status" color="green" variant="light" icon={<IconCheck aria-hidden />}>
      {children}
    </Alert>
  );
}
