import type { Procedures } from '#main/platform/rpc/procedures';
import type { TasksServices } from './tasks-services';

/** The calls of `tasks`. */
export function tasksProcedures({ tasks: os }: Procedures, { tasks, taskLists }: TasksServices) {
  return os.router({
    list: os.list.handler(({ context: { ctx, reader }, input }) => taskLists.on(reader).list(ctx, input)),
    count: os.count.handler(({ context: { ctx, reader } }) => taskLists.on(reader).count(ctx)),
    assignees: os.assignees.handler(({ context: { reader } }) => taskLists.on(reader).assignees()),
    create: os.create.handler(({ context: { ctx, tx }, input }) => tasks.in(tx).create(ctx, input)),
    change: os.change.handler(({ context: { ctx, tx }, input }) => tasks.in(tx).change(ctx, input)),
    see: os.see.handler(({ context: { ctx, tx }, input }) => {
      tasks.in(tx).see(ctx, input);
      return {};
    }),
    done: os.done.handler(({ context: { ctx, tx }, input }) => tasks.in(tx).done(ctx, input)),
    undo: os.undo.handler(({ context: { ctx, tx }, input }) => tasks.in(tx).undo(ctx, input)),
    cancel: os.cancel.handler(({ context: { ctx, tx }, input }) => tasks.in(tx).cancel(ctx, input)),
  });
}
