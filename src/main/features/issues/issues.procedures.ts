import type { Procedures } from '#main/platform/rpc/procedures';
import type { IssuesServices } from './issues-services';

/** The calls of `issues`. */
export function issuesProcedures(
  { issues: os }: Procedures,
  { issues, handingOut, givingBack }: IssuesServices,
) {
  return os.router({
    list: os.list.handler(({ input }) => issues.list(input)),
    get: os.get.handler(({ context: { ctx }, input }) => issues.get(ctx, input.id)),
    holders: os.holders.handler(({ input }) => givingBack.holders(input)),
    begin: os.begin.handler(({ context: { ctx }, input }) => issues.begin(ctx, input)),
    change: os.change.handler(({ context: { ctx }, input }) => issues.change(ctx, input)),
    scan: os.scan.handler(({ context: { ctx }, input }) => issues.scan(ctx, input)),
    addLine: os.addLine.handler(({ context: { ctx }, input }) => issues.addLine(ctx, input)),
    setLine: os.setLine.handler(({ context: { ctx }, input }) => issues.setLine(ctx, input)),
    removeLine: os.removeLine.handler(({ context: { ctx }, input }) => issues.removeLine(ctx, input)),
    send: os.send.handler(({ context: { ctx }, input }) => handingOut.send(ctx, input)),
    issue: os.issue.handler(({ context: { ctx }, input }) => handingOut.issue(ctx, input)),
    discard: os.discard.handler(({ context: { ctx }, input }) => issues.discard(ctx, input.id)),
    restore: os.restore.handler(({ context: { ctx }, input }) => issues.restore(ctx, input.id)),
    outstanding: os.outstanding.handler(({ context: { ctx }, input }) => givingBack.outstanding(ctx, input)),
    giveBack: os.giveBack.handler(({ context: { ctx }, input }) => givingBack.giveBack(ctx, input)),
    giveBackMany: os.giveBackMany.handler(({ context: { ctx }, input }) =>
      givingBack.giveBackMany(ctx, input),
    ),
    usedUp: os.usedUp.handler(({ context: { ctx }, input }) => givingBack.usedUp(ctx, input)),
    pdf: os.pdf.handler(({ context: { ctx }, input }) => issues.pdf(ctx, input.id)),
  });
}
