import type { Procedures } from '#main/platform/rpc/procedures';
import type { StocktakesServices } from './stocktakes-services';

/** The calls of `stocktakes`. */
export function stocktakesProcedures(
  { stocktakes: os }: Procedures,
  { life, counting, posting, lists }: StocktakesServices,
) {
  return os.router({
    list: os.list.handler(({ input }) => lists.list(input)),
    get: os.get.handler(({ context: { ctx }, input }) => lists.get(ctx, input.id)),
    lines: os.lines.handler(({ context: { ctx }, input }) => lists.lines(ctx, input)),
    counts: os.counts.handler(({ input }) => lists.counts(input.lineId)),
    sheet: os.sheet.handler(({ context: { ctx }, input }) => lists.sheet(ctx, input)),

    begin: os.begin.handler(({ context: { ctx }, input }) => life.begin(ctx, input)),
    count: os.count.handler(({ context: { ctx }, input }) => counting.count(ctx, input)),
    uncount: os.uncount.handler(({ context: { ctx }, input }) => counting.uncount(ctx, input.stocktakeId)),
    noteLine: os.noteLine.handler(({ input }) => {
      counting.note(input.lineId, input.note);
      return {};
    }),
    review: os.review.handler(({ context: { ctx }, input }) => life.review(ctx, input.id)),
    post: os.post.handler(({ context: { ctx }, input }) => posting.post(ctx, input)),
    cancel: os.cancel.handler(({ context: { ctx }, input }) => life.cancel(ctx, input.id)),
  });
}
