/** The part of `transfers` that the rest of the main process uses. */

export { transfersEntities } from './entities';
export { transfersProcedures } from './transfers.procedures';
export { createTransfers, type TransfersServices } from './transfers-services';
