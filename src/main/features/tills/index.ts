/** The part of `tills` that the rest of the main process uses. */

export { tillsEntities } from './entities';
export type { LostNumberService } from './lost-number.service';
export type { NumberService } from './number.service';
export { NumberKeeper } from './number-keeper';
export { TillQueries } from './till.queries';
export type { TillService } from './till.service';
export { tillsProcedures } from './tills.procedures';
export { createTills } from './tills-services';
