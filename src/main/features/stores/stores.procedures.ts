import type { Procedures } from '../../rpc/procedures';
import type { StoresServices } from './stores-services';

/** The store itself: first run, settings, tills. */
export function storesProcedures(
  { stores }: Procedures,
  { storeSetup, storeItself, storeBackups, demoStore }: StoresServices,
) {
  return stores.router({
    status: stores.status.handler(({ context }) => storeItself.status(context.entry)),
    createStore: stores.createStore.handler(({ input }) => storeSetup.createStore(input)),
    createDemoStore: stores.createDemoStore.handler(({ input }) => demoStore.create(input)),
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
  });
}
