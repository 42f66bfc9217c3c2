import type { Procedures } from '#main/platform/rpc/procedures';
import type { IssuesServices } from './issues-services';

/** The calls of `issues`. */
export function issuesProcedures({ issues: os }: Procedures, { issues, issueLists: lists }: IssuesServices) {
  return os.router({
    list: os.list.handler(({ context: { reader }, input }) => lists.on(reader).list(input)),
    get: os.get.handler(({ context: { ctx, reader }, input }) => lists.on(reader).get(ctx, input.id)),
    holders: os.holders.handler(({ context: { reader }, input }) => lists.on(reader).holders(input)),
    start: os.start.handler(({ context: { ctx, tx }, input }) => issues.in(tx).filling.start(ctx, input)),
    change: os.change.handler(({ context: { ctx, tx }, input }) => issues.in(tx).filling.change(ctx, input)),
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
    send: os.send.handler(({ context: { ctx, tx }, input }) => issues.in(tx).goodsIssues.send(ctx, input)),
    issue: os.issue.handler(({ context: { ctx, tx }, input }) => issues.in(tx).goodsIssues.issue(ctx, input)),
    discard: os.discard.handler(({ context: { ctx, tx }, input }) =>
      issues.in(tx).filling.discard(ctx, input.id),
    ),
    restore: os.restore.handler(({ context: { ctx, tx }, input }) =>
      issues.in(tx).filling.restore(ctx, input.id),
    ),
    outstanding: os.outstanding.handler(({ context: { ctx, reader }, input }) =>
      lists.on(reader).outstanding(ctx, input),
    ),
    returnGoods: os.returnGoods.handler(({ context: { ctx, tx }, input }) =>
      issues.in(tx).goodsReturns.returnGoods(ctx, input),
    ),
    returnMany: os.returnMany.handler(({ context: { ctx, tx }, input }) =>
      issues.in(tx).goodsReturns.returnMany(ctx, input),
    ),
    usedUp: os.usedUp.handler(({ context: { ctx, tx }, input }) =>
      issues.in(tx).goodsReturns.usedUp(ctx, input),
    ),
    pdf: os.pdf.handler(({ context: { ctx, reader }, input }) => lists.on(reader).pdf(ctx, input.id)),
  });
}
