import type { Procedures } from '#main/platform/rpc/procedures';
import type { JobService } from './job.service';

/** The calls for the signed-in person's jobs. */
export function jobsProcedures({ jobs }: Procedures, service: JobService) {
  return jobs.router({
    list: jobs.list.handler(({ context: { ctx } }) => service.list(ctx)),
    cancel: jobs.cancel.handler(({ context: { ctx }, input }) => {
      service.cancel(ctx, input.id);
      return {};
    }),
    file: jobs.file.handler(({ context: { ctx }, input }) => service.file(ctx, input)),
    dismiss: jobs.dismiss.handler(async ({ context: { ctx }, input }) => {
      await service.dismiss(ctx, input.id);
      return {};
    }),
  });
}
