import type { Procedures } from '#main/platform/rpc/procedures';
import type { OnReader } from '#main/platform/work/connections';
import type { ScanService } from './scan.service';

/** What a scanned code means. */
export function scanningProcedures({ scanning }: Procedures, scanLookUps: OnReader<ScanService>) {
  return {
    resolve: scanning.resolve.handler(({ context: { ctx, reader }, input }) =>
      scanLookUps.on(reader).scan(ctx, input.code),
    ),
  };
}
