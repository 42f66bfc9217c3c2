import type { Procedures } from '#main/platform/rpc/procedures';
import type { ScanService } from './scan.service';

/** The call of `stock` that says what a scanned code means. */
export function scanningProcedures({ stock }: Procedures, scans: ScanService) {
  return {
    scan: stock.scan.handler(({ context: { ctx }, input }) => scans.scan(ctx, input.code)),
  };
}
