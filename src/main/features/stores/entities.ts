import { StoreEntity } from './store.entity';

/** The table of `stores`. */
export const storesEntities = [StoreEntity];
