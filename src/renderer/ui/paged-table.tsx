import type { RowData } from '@tanstack/react-table';
import type { ComponentProps } from 'react';
import { DataTable } from './data-table';

interface PagedList {
  isPending: boolean;
  hasNextPage: boolean;
  fetchNextPage: () => unknown;
}

type PagedTableProps<Row extends RowData> = Omit<
  ComponentProps<typeof DataTable<Row>>,
  'loading' | 'loadMore'
> & {
  /** The query of the rows, which loads further pages when the user scrolls near the end. */
  list: PagedList;
};

/** A table of a list that is loaded a page at a time. */
export function PagedTable<Row extends RowData>({ list, ...table }: PagedTableProps<Row>) {
  return (
    <DataTable
      {...table}
      loading={list.isPending}
      {...(list.hasNextPage ? { loadMore: () => void list.fetchNextPage() } : {})}
    />
  );
}
