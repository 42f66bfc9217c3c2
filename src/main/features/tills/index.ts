/** What the rest of the main process uses of `tills`. */

export { tillsEntities } from './entities';
export { NumberService } from './number.service';
export { TillQueries } from './till.queries';
