import { keepPreviousData } from '@tanstack/react-query';
import type { Inputs } from '#shared/contract/index';
import { orpc } from '../../lib/rpc';

const ROWS_A_PAGE = 100;

/** What of the tasks is shown: one's own that are open, everybody's, or what is closed. */
export type TaskView = 'mine' | 'open' | 'done';

const FILTERS: Record<TaskView, Pick<NonNullable<Inputs['tasks']['list']>, 'states' | 'mineOnly'>> = {
  mine: { states: ['open'], mineOnly: true },
  open: { states: ['open'] },
  done: { states: ['done', 'cancelled'] },
};

/** The tasks of a view, a page at a time. */
export function listTasksOptions(view: TaskView) {
  return orpc.tasks.list.infiniteOptions({
    input: (offset: number) => ({ ...FILTERS[view], offset, limit: ROWS_A_PAGE }),
    initialPageParam: 0,
    getNextPageParam: (page, pages) =>
      page.rows.length === ROWS_A_PAGE ? pages.length * ROWS_A_PAGE : undefined,
    placeholderData: keepPreviousData,
  });
}
