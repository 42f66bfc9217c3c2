import type { Procedures } from '#main/platform/rpc/procedures';
import type { ImportService } from './import.service';
import type { ImportReportService } from './import-report.service';

interface Services {
  imports: ImportService;
  importReports: ImportReportService;
}

/** The calls of bringing products in from files. */
export function importsProcedures({ imports }: Procedures, services: Services) {
  const { imports: service, importReports: reports } = services;
  return imports.router({
    begin: imports.begin.handler(({ context: { ctx }, input }) => service.begin(ctx, input)),
    upload: imports.upload.handler(({ context: { ctx }, input }) => service.upload(ctx, input)),
    examine: imports.examine.handler(({ context: { ctx }, input }) => service.examine(ctx, input)),
    preview: imports.preview.handler(({ context: { ctx }, input }) => service.preview(ctx, input)),
    start: imports.start.handler(({ context: { ctx }, input }) => service.start(ctx, input)),
    discard: imports.discard.handler(({ context: { ctx }, input }) => {
      service.discard(ctx, input.fileId);
      return {};
    }),
    list: imports.list.handler(() => reports.list()),
    refusedCsv: imports.refusedCsv.handler(({ context: { ctx }, input }) => reports.refusedCsv(ctx, input)),
    refusedRows: imports.refusedRows.handler(({ context: { ctx }, input }) =>
      reports.refusedRows(ctx, input),
    ),
  });
}
