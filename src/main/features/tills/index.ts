/** What the rest of the main process uses of `tills`. */

export { tillsEntities } from './entities';
export type { LostNumberService } from './lost-number.service';
export type { NumberService } from './number.service';
export { TillQueries } from './till.queries';
export { createTills } from './tills-services';
