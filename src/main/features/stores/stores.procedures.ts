import type { Procedures } from '#main/platform/rpc/procedures';
import type { StoresServices } from './stores-services';

/** The store itself: first run, settings, tills, backups; but for the demo store. */
export function storesProcedures(
  { stores }: Procedures,
  { storeSetup, storeItself, storeBackups }: StoresServices,
) {
  return {
    status: stores.status.handler(({ context }) => storeItself.status(context.entry)),
    // The code of any call that creates the store is checked before its handler runs.
    checkSetupCode: stores.checkSetupCode.handler(() => ({})),
    createStore: stores.createStore.handler(({ input }) => storeSetup.createStore(input)),
    settings: stores.settings.handler(() => storeItself.settings()),
    changeSettings: stores.changeSettings.handler(({ context: { ctx }, input }) =>
      storeItself.changeSettings(ctx, input),
    ),
    backups: stores.backups.handler(() => storeBackups.backups()),
    backUp: stores.backUp.handler(({ context: { ctx } }) => storeBackups.start(ctx)),
    listTills: stores.listTills.handler(() => storeItself.tills()),
    renameTill: stores.renameTill.handler(({ context: { ctx }, input }) =>
      storeItself.renameTill(ctx, input),
    ),
  };
}
