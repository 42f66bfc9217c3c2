import { StocktakeEntity } from './stocktake.entity';
import { StocktakeCountEntity } from './stocktake-count.entity';
import { StocktakeLineEntity } from './stocktake-line.entity';

/** The tables of `stocktakes`. */
export const stocktakesEntities = [StocktakeEntity, StocktakeLineEntity, StocktakeCountEntity];
