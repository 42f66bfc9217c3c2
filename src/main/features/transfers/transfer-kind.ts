import type { DocumentLineRow, DocumentRow, KindOfDocument } from '#main/features/documents/index';
import type { DocumentLine } from '#shared/contract/documents';
import type { TransferHead } from '#shared/contract/transfers';
import { transferPaper } from '#shared/documents/transfer';

export interface TransferRow extends DocumentRow {
  toId: number;
  toName: string;
}

/** Transfers: goods that move to another location. A transfer never takes stock below zero; expired goods may move. */
export const TRANSFER: KindOfDocument<TransferRow, DocumentLineRow, TransferHead, DocumentLine> = {
  kind: 'transfer',
  topic: 'transfers',
  table: 'transfer',
  lineTable: 'transfer_line',
  parent: 'transfer_id',
  leaves: 'from_location_id',
  columns: { fromId: 'from_location_id', toId: 'to_location_id' },
  selected: 'g.id AS toId, g.name AS toName',
  joins: 'JOIN location g ON g.id = d.to_location_id',
  lineSelected: '',
  storesCost: false,
  locations: ['from_location_id', 'to_location_id'],
  searched: [],
  titleOf: ({ locationName, toName }) => `${locationName} → ${toName}`,
  loggedOf: ({ locationName, toName }) => ({ from: locationName, to: toName }),
  headOf: ({ locationId, locationName, toId, toName }) => ({
    from: { id: locationId, name: locationName },
    to: { id: toId, name: toName },
  }),
  lineOf: () => ({}),
  rulesOf: () => ({ allowNegative: false, keepExpiredBefore: null }),
  paper: transferPaper,
};
