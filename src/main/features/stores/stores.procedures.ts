import type { Procedures } from '#main/platform/rpc/procedures';
import type { StoresServices } from './stores-services';

/** The calls of the store itself: first run, state, backups; except those of the demo store. */
export function storesProcedures(
  { stores }: Procedures,
  { firstRun, storeInfo, storeBackups }: StoresServices,
) {
  return {
    status: stores.status.handler(({ context: { entry, reader } }) => storeInfo.on(reader).status(entry)),
    // The code of any call that creates the store is checked before its handler runs.
    checkSetupCode: stores.checkSetupCode.handler(() => ({})),
    createStore: stores.createStore.handler(({ context: { reader }, input }) =>
      firstRun.createStore(reader, input),
    ),
    backups: stores.backups.handler(() => storeBackups.backups()),
    backUp: stores.backUp.handler(({ context: { ctx } }) => storeBackups.start(ctx)),
  };
}
