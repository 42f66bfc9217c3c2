import type { Procedures } from '#main/platform/rpc/procedures';
import type { OnReader } from '#main/platform/work/connections';
import type { ImportService } from './import.service';
import type { ImportReportService } from './import-report.service';

interface Services {
  imports: ImportService;
  importReports: OnReader<ImportReportService>;
}

/** The calls for importing products from files. */
export function importsProcedures({ imports }: Procedures, services: Services) {
  const { imports: service, importReports: reports } = services;
  return imports.router({
    startUpload: imports.startUpload.handler(({ context: { ctx }, input }) =>
      service.startUpload(ctx, input),
    ),
    upload: imports.upload.handler(({ context: { ctx }, input }) => service.upload(ctx, input)),
    examine: imports.examine.handler(({ context: { ctx, reader }, input }) =>
      service.examine(reader, ctx, input),
    ),
    preview: imports.preview.handler(({ context: { ctx, reader }, input }) =>
      service.preview(reader, ctx, input),
    ),
    start: imports.start.handler(({ context: { ctx, reader }, input }) => service.start(reader, ctx, input)),
    discard: imports.discard.handler(({ context: { ctx }, input }) => {
      service.discard(ctx, input.fileId);
      return {};
    }),
    list: imports.list.handler(({ context: { reader } }) => reports.on(reader).list()),
    refusedCsv: imports.refusedCsv.handler(({ context: { ctx, reader }, input }) =>
      reports.on(reader).refusedCsv(ctx, input),
    ),
    refusedRows: imports.refusedRows.handler(({ context: { ctx, reader }, input }) =>
      reports.on(reader).refusedRows(ctx, input),
    ),
  });
}
