import { BatchEntity } from './batch.entity';
import { CostAdjustmentEntity } from './cost-adjustment.entity';
import { LocationEntity } from './location.entity';
import { StockCostEntity } from './stock-cost.entity';
import { StockEntryEntity } from './stock-entry.entity';
import { StockMovementEntity } from './stock-movement.entity';

/** The tables of `stock`. */
export const stockEntities = [
  LocationEntity,
  BatchEntity,
  StockEntryEntity,
  StockCostEntity,
  StockMovementEntity,
  CostAdjustmentEntity,
];
