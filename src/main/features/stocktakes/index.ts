/** The part of `stocktakes` that the rest of the main process uses. */

export { stocktakesEntities } from './entities';
export type { StocktakeService } from './stocktake.service';
export type { StocktakeCountService } from './stocktake-count.service';
export type { StocktakePostService } from './stocktake-post.service';
export { stocktakesProcedures } from './stocktakes.procedures';
export { createStocktakes } from './stocktakes-services';
