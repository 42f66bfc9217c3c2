import type { Procedures } from '#main/platform/rpc/procedures';
import type { OnReader } from '#main/platform/work/connections';
import type { ScanService } from './scan.service';

/** The call of `stock` that says what a scanned code means. */
export function scanningProcedures({ stock }: Procedures, scanLookUps: OnReader<ScanService>) {
  return {
    scan: stock.scan.handler(({ context: { ctx, reader }, input }) =>
      scanLookUps.on(reader).scan(ctx, input.code),
    ),
  };
}
