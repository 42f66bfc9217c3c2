import type { Procedures } from '#main/platform/rpc/procedures';
import type { NoticesServices } from './notices-services';

/** The calls of `notices`. */
export function noticesProcedures(
  { notices: os }: Procedures,
  { secrets, delivery, notices }: NoticesServices,
) {
  return os.router({
    secrets: os.secrets.handler(() => secrets.states()),
    setSecret: os.setSecret.handler(({ context: { ctx }, input }) => {
      notices.setSecret(ctx, input);
      return secrets.states();
    }),
    removeSecret: os.removeSecret.handler(({ context: { ctx }, input }) => {
      secrets.remove(ctx, input.name);
      return secrets.states();
    }),
    testMail: os.testMail.handler(async ({ context: { ctx }, input }) => {
      await delivery.testMail(input.to, ctx.now);
      return {};
    }),
    testSlack: os.testSlack.handler(async () => {
      await delivery.testSlack();
      return {};
    }),
    myChoices: os.myChoices.handler(({ context: { ctx } }) => notices.choicesOf(ctx)),
    changeMyChoices: os.changeMyChoices.handler(({ context: { ctx }, input }) => notices.choose(ctx, input)),
    list: os.list.handler(({ input }) => notices.list(input)),
    retry: os.retry.handler(({ context: { ctx }, input }) => notices.retry(ctx, input.id)),
  });
}
