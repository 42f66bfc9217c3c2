import type { Procedures } from '#main/platform/rpc/procedures';
import type { NoticesServices } from './notices-services';

/** The calls of `notices`. */
export function noticesProcedures(
  { notices: os }: Procedures,
  { secrets, sealedSecrets, delivery, notices, noticeLists }: NoticesServices,
) {
  return os.router({
    secrets: os.secrets.handler(({ context: { reader } }) => sealedSecrets.on(reader).states()),
    setSecret: os.setSecret.handler(({ context: { ctx, tx }, input }) => {
      notices.in(tx).setSecret(ctx, input);
      return secrets.in(tx).states();
    }),
    removeSecret: os.removeSecret.handler(({ context: { ctx, tx }, input }) => {
      secrets.in(tx).remove(ctx, input.name);
      return secrets.in(tx).states();
    }),
    testMail: os.testMail.handler(async ({ context: { ctx, reader }, input }) => {
      await delivery.on(reader).testMail(input.to, ctx.now);
      return {};
    }),
    testSlack: os.testSlack.handler(async ({ context: { reader } }) => {
      await delivery.on(reader).testSlack();
      return {};
    }),
    myChoices: os.myChoices.handler(({ context: { ctx, reader } }) => noticeLists.on(reader).choicesOf(ctx)),
    changeMyChoices: os.changeMyChoices.handler(({ context: { ctx, tx }, input }) =>
      notices.in(tx).choose(ctx, input),
    ),
    list: os.list.handler(({ context: { reader }, input }) => noticeLists.on(reader).list(input)),
    retry: os.retry.handler(({ context: { ctx, tx }, input }) => notices.in(tx).retry(ctx, input.id)),
  });
}
