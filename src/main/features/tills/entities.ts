import { DrawerEntity } from './drawer.entity';
import { NumberGapEntity } from './number-gap.entity';
import { NumberSeriesEntity } from './number-series.entity';
import { TillEntity } from './till.entity';

/** The tables of `tills`. */
export const tillsEntities = [DrawerEntity, TillEntity, NumberSeriesEntity, NumberGapEntity];
