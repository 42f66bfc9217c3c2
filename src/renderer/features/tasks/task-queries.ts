import { paged } from '#renderer/lib/paged';
import { orpc } from '#renderer/lib/rpc';
import type { TaskState } from '#shared/contract/tasks';

/** The filter of the list of tasks. */
export interface TaskFilter {
  search?: string | undefined;
  state: TaskState;
  mineOnly: boolean;
}

/** The tasks that match a filter, one page at a time. */
export function listTasksOptions({ state, ...filter }: TaskFilter) {
  return orpc.tasks.list.infiniteOptions(paged({ ...filter, states: [state] }));
}
