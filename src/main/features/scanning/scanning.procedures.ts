import type { Procedures } from '#main/platform/rpc/procedures';
import type { OnReader } from '#main/platform/work/connections';
import type { CodeResolver } from './code-resolver';

/** What a scanned code means. */
export function scanningProcedures({ scanning }: Procedures, codeLookUps: OnReader<CodeResolver>) {
  return {
    product: scanning.product.handler(({ context: { ctx, reader }, input }) => {
      const codes = codeLookUps.on(reader);
      return codes.shown(ctx, codes.product(ctx, input));
    }),
    resolve: scanning.resolve.handler(({ context: { ctx, reader }, input }) =>
      codeLookUps.on(reader).resolve(ctx, input),
    ),
  };
}
