import { Stack, Text, ThemeIcon } from '@mantine/core';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  /** What this page or list contains. */
  title: string;
  /** How to add it. */
  hint?: string;
  icon?: ReactNode;
  /** The button that creates the first one, with its key. */
  action?: ReactNode;
}

/** Shown for an empty page or list: explains what belongs here and how to create the first one. */
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
