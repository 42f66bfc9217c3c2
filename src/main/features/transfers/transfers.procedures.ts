import type { Procedures } from '#main/platform/rpc/procedures';
import type { TransfersServices } from './transfers-services';

/** The calls of `transfers`. */
export function transfersProcedures(
  { transfers: os }: Procedures,
  { transfers, transferLists: lists }: TransfersServices,
) {
  return os.router({
    list: os.list.handler(({ context: { reader }, input }) => lists.on(reader).list(input)),
    get: os.get.handler(({ context: { ctx, reader }, input }) => lists.on(reader).get(ctx, input.id)),
    pdf: os.pdf.handler(({ context: { ctx, reader }, input }) => lists.on(reader).pdf(ctx, input.id)),
    start: os.start.handler(({ context: { ctx, tx }, input }) => transfers.in(tx).own.start(ctx, input)),
    change: os.change.handler(({ context: { ctx, tx }, input }) => transfers.in(tx).own.change(ctx, input)),
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
    discard: os.discard.handler(({ context: { ctx, tx }, input }) =>
      transfers.in(tx).filling.discard(ctx, input),
    ),
    restore: os.restore.handler(({ context: { ctx, tx }, input }) =>
      transfers.in(tx).filling.restore(ctx, input),
    ),
    post: os.post.handler(({ context: { ctx, tx }, input }) => transfers.in(tx).posting.post(ctx, input)),
    postNow: os.postNow.handler(({ context: { ctx, tx }, input }) =>
      transfers.in(tx).own.postNow(ctx, input),
    ),
  });
}
