/** The part of `stores` that the rest of the main process uses. */

export { storesEntities } from './entities';
export { assertKeyOf } from './key-check';
export { assertNew, type NewStoreParts, type StoreSetupService } from './store-setup.service';
export { storeUuid } from './store-uuid';
export { storesProcedures } from './stores.procedures';
export { createStores } from './stores-services';
