import { TransferEntity } from './transfer.entity';
import { TransferLineEntity } from './transfer-line.entity';

/** The tables of `transfers`. */
export const transfersEntities = [TransferEntity, TransferLineEntity];
