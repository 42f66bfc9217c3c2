import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFormat } from '#renderer/lib/format';

interface ListCountProps {
  /** The first page of a list; undefined until it is loaded. */
  page: { total: number; totalIsExact: boolean } | undefined;
  /** "12 transfers". */
  say: (count: number) => string;
  /** "More than 1,000 transfers". */
  sayMore: (total: string) => string;
  /** Text after the count. */
  children?: ReactNode;
}

/** The total number of rows, shown above a list. */
export function ListCount({ page, say, sayMore, children }: ListCountProps) {
  const format = useFormat();
  if (!page) return null;
  return (
    <Text size="sm" c="dimmed" role="status">
      {page.totalIsExact ? say(page.total) : sayMore(format.count(page.total))}
      {children}
    </Text>
  );
}
