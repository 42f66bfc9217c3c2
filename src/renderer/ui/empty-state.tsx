import { Stack, Text, ThemeIcon } from '@mantine/core';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  /** What belongs here. */
  title: string;
  /** How it comes here. */
  hint?: string;
  icon?: ReactNode;
  /** The button that makes the first one, with its key. */
  action?: ReactNode;
}

/** An empty page or list, which teaches what belongs here and how to make the first one. */
export function EmptyState({ title, hint, icon, action }: EmptyStateProps) {
  return (
    <Stack align="center" justify="center" gap="sm" py={64} px="md" mih={240}>
      {icon && (
        <ThemeIcon size={64} radius="xl" variant="light" aria-hidden>
          {icon}
        </ThemeIcon>
      )}
      <Text fw={650} fz="lg" ta="center">
        {title}
      </Text>
      {hint && (
        <Text c="dimmed" maw="28rem" ta="center">
          {hint}
        </Text>
      )}
      {action}
    </Stack>
  );
}
