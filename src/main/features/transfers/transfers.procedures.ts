import type { Procedures } from '#main/platform/rpc/procedures';
import type { TransfersServices } from './transfers-services';

/** The calls of `transfers`. */
export function transfersProcedures(
  { transfers: os }: Procedures,
  { transfers, transferLists: lists }: TransfersServices,
) {
  return os.router({
    list: os.list.handler(({ context: { reader }, input }) => lists.on(reader).list(input)),
    get: os.get.handler(({ context: { reader }, input }) => lists.on(reader).get(input.id)),
    start: os.start.handler(({ context: { ctx, tx }, input }) => transfers.in(tx).filling.start(ctx, input)),
    change: os.change.handler(({ context: { ctx, tx }, input }) =>
      transfers.in(tx).filling.change(ctx, input),
    ),
    scan: os.scan.handler(({ context: { ctx, tx }, input }) => transfers.in(tx).filling.scan(ctx, input)),
    addLine: os.addLine.handler(({ context: { ctx, tx }, input }) =>
      transfers.in(tx).filling.addLine(ctx, input),
    ),
    setLine: os.setLine.handler(({ context: { ctx, tx }, input }) =>
      transfers.in(tx).filling.setLine(ctx, input),
    ),
    removeLine: os.removeLine.handler(({ context: { ctx, tx }, input }) =>
      transfers.in(tx).filling.removeLine(ctx, input),
    ),
    send: os.send.handler(({ context: { ctx, tx }, input }) => transfers.in(tx).sending.send(ctx, input)),
    sendNow: os.sendNow.handler(({ context: { ctx, tx }, input }) =>
      transfers.in(tx).sending.sendNow(ctx, input),
    ),
    discard: os.discard.handler(({ context: { ctx, tx }, input }) =>
      transfers.in(tx).filling.discard(ctx, input.id),
    ),
    restore: os.restore.handler(({ context: { ctx, tx }, input }) =>
      transfers.in(tx).filling.restore(ctx, input.id),
    ),
    pdf: os.pdf.handler(({ context: { reader }, input }) => lists.on(reader).pdf(input.id)),
  });
}
