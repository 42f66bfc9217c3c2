import type { Procedures } from '#main/platform/rpc/procedures';
import type { TransferServices } from './transfer-services';

/** The calls of `transfers`. */
export function transfersProcedures({ transfers: os }: Procedures, { transfers, sending }: TransferServices) {
  return os.router({
    list: os.list.handler(({ input }) => transfers.list(input)),
    get: os.get.handler(({ input }) => transfers.get(input.id)),
    begin: os.begin.handler(({ context: { ctx }, input }) => transfers.begin(ctx, input)),
    change: os.change.handler(({ context: { ctx }, input }) => transfers.change(ctx, input)),
    scan: os.scan.handler(({ context: { ctx }, input }) => transfers.scan(ctx, input)),
    addLine: os.addLine.handler(({ context: { ctx }, input }) => transfers.addLine(ctx, input)),
    setLine: os.setLine.handler(({ context: { ctx }, input }) => transfers.setLine(ctx, input)),
    removeLine: os.removeLine.handler(({ context: { ctx }, input }) => transfers.removeLine(ctx, input)),
    send: os.send.handler(({ context: { ctx }, input }) => sending.send(ctx, input)),
    sendNow: os.sendNow.handler(({ context: { ctx }, input }) => sending.sendNow(ctx, input)),
    discard: os.discard.handler(({ context: { ctx }, input }) => transfers.discard(ctx, input.id)),
    restore: os.restore.handler(({ context: { ctx }, input }) => transfers.restore(ctx, input.id)),
    pdf: os.pdf.handler(({ input }) => transfers.pdf(input.id)),
  });
}
