import type { Procedures } from '#main/platform/rpc/procedures';
import type { TillsServices } from './tills-services';

/** The calls of `tills`. */
export function tillsProcedures({ tills: calls }: Procedures, { tills, tillLists }: TillsServices) {
  return {
    list: calls.list.handler(({ context: { reader } }) => tillLists.on(reader).list()),
    rename: calls.rename.handler(({ context: { ctx, tx }, input }) => tills.in(tx).rename(ctx, input)),
  };
}
