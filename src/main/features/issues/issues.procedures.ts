import type { Procedures } from '#main/platform/rpc/procedures';
import type { IssuesServices } from './issues-services';

/** The calls of `issues`. */
export function issuesProcedures({ issues: os }: Procedures, { issues, issueLists: lists }: IssuesServices) {
  return os.router({
    list: os.list.handler(({ context: { reader }, input }) => lists.on(reader).list(input)),
    get: os.get.handler(({ context: { ctx, reader }, input }) => lists.on(reader).get(ctx, input.id)),
    pdf: os.pdf.handler(({ context: { ctx, reader }, input }) => lists.on(reader).pdf(ctx, input.id)),
    holders: os.holders.handler(({ context: { reader }, input }) => lists.on(reader).holders(input)),
    outstanding: os.outstanding.handler(({ context: { ctx, reader }, input }) =>
      lists.on(reader).outstanding(ctx, input),
    ),
    start: os.start.handler(({ context: { ctx, tx }, input }) => issues.in(tx).own.start(ctx, input)),
    change: os.change.handler(({ context: { ctx, tx }, input }) => issues.in(tx).own.change(ctx, input)),
    scan: os.scan.handler(({ context: { ctx, tx }, input }) => issues.in(tx).filling.scan(ctx, input)),
    addLine: os.addLine.handler(({ context: { ctx, tx }, input }) =>
      issues.in(tx).filling.addLine(ctx, input),
    ),
    setLine: os.setLine.handler(({ context: { ctx, tx }, input }) =>
      issues.in(tx).filling.setLine(ctx, input),
    ),
    removeLine: os.removeLine.handler(({ context: { ctx, tx }, input }) =>
      issues.in(tx).filling.removeLine(ctx, input),
    ),
    discard: os.discard.handler(({ context: { ctx, tx }, input }) =>
      issues.in(tx).filling.discard(ctx, input),
    ),
    restore: os.restore.handler(({ context: { ctx, tx }, input }) =>
      issues.in(tx).filling.restore(ctx, input),
    ),
    post: os.post.handler(({ context: { ctx, tx }, input }) => issues.in(tx).posting.post(ctx, input)),
    postNow: os.postNow.handler(({ context: { ctx, tx }, input }) => issues.in(tx).own.postNow(ctx, input)),
    returnGoods: os.returnGoods.handler(({ context: { ctx, tx }, input }) =>
      issues.in(tx).returns.returnGoods(ctx, input),
    ),
    returnMany: os.returnMany.handler(({ context: { ctx, tx }, input }) =>
      issues.in(tx).returns.returnMany(ctx, input),
    ),
    usedUp: os.usedUp.handler(({ context: { ctx, tx }, input }) => issues.in(tx).returns.usedUp(ctx, input)),
  });
}
