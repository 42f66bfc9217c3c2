/** The part of `transfers` that the rest of the main process uses. */

export { transfersEntities } from './entities';
export type { SendingService } from './sending.service';
export type { TransferService } from './transfer.service';
export { transfersProcedures } from './transfers.procedures';
export { createTransfers } from './transfers-services';
