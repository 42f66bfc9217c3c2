/** What the rest of the main process uses of `stores`. */

export { assertKeyOf } from './key-check';
export type { Beginnings, StoreSetupService } from './store-setup.service';
export { storesProcedures } from './stores.procedures';
export { createStores } from './stores-services';
