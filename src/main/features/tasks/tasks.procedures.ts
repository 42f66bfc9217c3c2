import type { Procedures } from '#main/platform/rpc/procedures';
import type { TaskService } from './task.service';

/** The calls of `tasks`. */
export function tasksProcedures({ tasks: os }: Procedures, tasks: TaskService) {
  return os.router({
    list: os.list.handler(({ context: { ctx }, input }) => tasks.list(ctx, input)),
    count: os.count.handler(({ context: { ctx } }) => tasks.count(ctx)),
    assignees: os.assignees.handler(() => tasks.assignees()),
    create: os.create.handler(({ context: { ctx }, input }) => tasks.create(ctx, input)),
    change: os.change.handler(({ context: { ctx }, input }) => tasks.change(ctx, input)),
    see: os.see.handler(({ context: { ctx }, input }) => {
      tasks.see(ctx, input);
      return {};
    }),
    done: os.done.handler(({ context: { ctx }, input }) => tasks.done(ctx, input)),
    undo: os.undo.handler(({ context: { ctx }, input }) => tasks.undo(ctx, input)),
    cancel: os.cancel.handler(({ context: { ctx }, input }) => tasks.cancel(ctx, input)),
  });
}
