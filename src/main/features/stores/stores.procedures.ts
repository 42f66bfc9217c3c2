import type { Procedures } from '#main/platform/rpc/procedures';
import type { StoresServices } from './stores-services';

/** The store itself: first run, settings, tills, backups; but for the demo store. */
export function storesProcedures(
  { stores }: Procedures,
  { firstRun, storeItself, storeInfo, storeBackups }: StoresServices,
) {
  return {
    status: stores.status.handler(({ context: { entry, reader } }) => storeInfo.on(reader).status(entry)),
    // The code of any call that creates the store is checked before its handler runs.
    checkSetupCode: stores.checkSetupCode.handler(() => ({})),
    createStore: stores.createStore.handler(({ context: { reader }, input }) =>
      firstRun.createStore(reader, input),
    ),
    settings: stores.settings.handler(({ context: { reader } }) => storeInfo.on(reader).settings()),
    changeSettings: stores.changeSettings.handler(({ context: { ctx, tx }, input }) =>
      storeItself.in(tx).changeSettings(ctx, input),
    ),
    backups: stores.backups.handler(() => storeBackups.backups()),
    backUp: stores.backUp.handler(({ context: { ctx } }) => storeBackups.start(ctx)),
    listTills: stores.listTills.handler(({ context: { reader } }) => storeInfo.on(reader).tills()),
    renameTill: stores.renameTill.handler(({ context: { ctx, tx }, input }) =>
      storeItself.in(tx).renameTill(ctx, input),
    ),
  };
}
