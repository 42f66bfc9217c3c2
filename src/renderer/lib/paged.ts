import { type InfiniteData, keepPreviousData } from '@tanstack/react-query';
import { useMemo } from 'react';

const ROWS_A_PAGE = 100;

/** The options of a list that is loaded a page at a time: `orpc.transfers.list.infiniteOptions(paged(filter))`. */
export function paged<Filter extends object>(filter: Filter, limit = ROWS_A_PAGE) {
  return {
    input: (offset: number) => ({ ...filter, offset, limit }),
    initialPageParam: 0,
    getNextPageParam: (page: { rows: readonly unknown[] }, pages: readonly unknown[]) =>
      page.rows.length === limit ? pages.length * limit : undefined,
    placeholderData: keepPreviousData,
  };
}

/**
 * The options of a list that only grows at its start: each page continues after the last row of the one before, so that
 * new rows shift nothing.
 */
export function pagedById<Filter extends object>(filter: Filter) {
  return {
    input: (beforeId: number | undefined) => ({ ...filter, beforeId, limit: ROWS_A_PAGE }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ rows, more }: { rows: readonly { id: number }[]; more: boolean }) =>
      more ? rows.at(-1)?.id : undefined,
    placeholderData: keepPreviousData,
  };
}

/** The rows of all loaded pages of a list. */
export function useRows<Row>({ data }: { data: InfiniteData<{ rows: readonly Row[] }> | undefined }): Row[] {
  return useMemo(() => data?.pages.flatMap((page) => page.rows) ?? [], [data]);
}
