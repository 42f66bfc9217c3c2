import type { Procedures } from '#main/platform/rpc/procedures';
import type { StocktakesServices } from './stocktakes-services';

/** The calls of `stocktakes`. */
export function stocktakesProcedures(
  { stocktakes: os }: Procedures,
  { stocktakes, stocktakeLists: lists }: StocktakesServices,
) {
  return os.router({
    list: os.list.handler(({ context: { reader }, input }) => lists.on(reader).list(input)),
    get: os.get.handler(({ context: { ctx, reader }, input }) => lists.on(reader).get(ctx, input.id)),
    lines: os.lines.handler(({ context: { ctx, reader }, input }) => lists.on(reader).lines(ctx, input)),
    counts: os.counts.handler(({ context: { reader }, input }) => lists.on(reader).counts(input.lineId)),
    sheet: os.sheet.handler(({ context: { ctx, reader }, input }) => lists.on(reader).sheet(ctx, input)),

    start: os.start.handler(({ context: { ctx, tx }, input }) => stocktakes.in(tx).life.start(ctx, input)),
    count: os.count.handler(({ context: { ctx, tx }, input }) =>
      stocktakes.in(tx).counting.count(ctx, input),
    ),
    undoCount: os.undoCount.handler(({ context: { ctx, tx }, input }) =>
      stocktakes.in(tx).counting.undoCount(ctx, input.stocktakeId),
    ),
    noteLine: os.noteLine.handler(({ context: { tx }, input }) => {
      stocktakes.in(tx).counting.note(input.lineId, input.note);
      return {};
    }),
    review: os.review.handler(({ context: { ctx, tx }, input }) =>
      stocktakes.in(tx).life.review(ctx, input.id),
    ),
    post: os.post.handler(({ context: { ctx, tx }, input }) => stocktakes.in(tx).posting.post(ctx, input)),
    cancel: os.cancel.handler(({ context: { ctx, tx }, input }) =>
      stocktakes.in(tx).life.cancel(ctx, input.id),
    ),
  });
}
