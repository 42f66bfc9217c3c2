import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useRows } from '#renderer/lib/paged';
import type { DataColumn } from '#renderer/ui/data-table-row';
import { ListCount } from '#renderer/ui/list-count';
import { PagedTable } from '#renderer/ui/paged-table';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { type DocumentFilter, DocumentFilters } from '../list-filters';
import type { ListFiltering } from '../use-list-filter';

interface ListPage<Row> {
  rows: readonly Row[];
  total: number;
  totalIsExact: boolean;
}

interface DocumentListProps<Row extends { id: number }, State extends string> {
  filtering: ListFiltering<DocumentFilter<State>>;
  list: UseInfiniteQueryResult<InfiniteData<ListPage<Row>>, unknown>;
  columns: readonly DataColumn<Row>[];
  onOpen: (id: number) => void;
  states: readonly { value: State; label: string }[];
  words: {
    /** The accessible name of the list. */
    label: string;
    findPlaceholder: string;
    /** The placeholder while no state is chosen. */
    anyState: string;
    /** "12 transfers". */
    total: (count: number) => string;
    /** "More than 1,000 transfers". */
    totalMore: (total: string) => string;
  };
  /** Shown when there are no rows. */
  emptyState: ReactNode;
}

/** The documents of one kind, with search, scan and filters (state, location, days); Enter opens the first. */
export function DocumentList<Row extends { id: number }, State extends string>({
  filtering: { filter, setFilter, box, scanning },
  list,
  columns,
  onOpen,
  states,
  words,
  emptyState,
}: DocumentListProps<Row, State>) {
  const rows = useRows(list);
  return (
    <>
      <DocumentFilters
        filter={filter}
        onChange={setFilter}
        box={box}
        onEnter={() => rows[0] && onOpen(rows[0].id)}
        findPlaceholder={words.findPlaceholder}
        states={states}
        anyState={words.anyState}
      />
      <RefusalNote error={scanning.error ?? list.error} onDismiss={scanning.reset} />
      <ListCount page={list.data?.pages[0]} say={words.total} sayMore={words.totalMore} />
      <PagedTable
        list={list}
        label={words.label}
        columns={columns}
        rows={rows}
        getRowId={({ id }) => id}
        onOpen={({ id }) => onOpen(id)}
        emptyState={emptyState}
      />
    </>
  );
}
