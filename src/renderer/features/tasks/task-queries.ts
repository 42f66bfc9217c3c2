import { keepPreviousData } from '@tanstack/react-query';
import { orpc } from '#renderer/lib/rpc';
import type { TaskState } from '#shared/contract/tasks';

const ROWS_A_PAGE = 100;

/** The filter of the list of tasks. */
export interface TaskFilter {
  search?: string | undefined;
  state: TaskState;
  mineOnly: boolean;
}

/** The tasks that match a filter, one page at a time. */
export function listTasksOptions({ state, ...filter }: TaskFilter) {
  return orpc.tasks.list.infiniteOptions({
    input: (offset: number) => ({ ...filter, states: [state], offset, limit: ROWS_A_PAGE }),
    initialPageParam: 0,
    getNextPageParam: (page, pages) =>
      page.rows.length === ROWS_A_PAGE ? pages.length * ROWS_A_PAGE : undefined,
    placeholderData: keepPreviousData,
  });
}
