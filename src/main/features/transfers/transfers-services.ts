import {
  DocumentDrafts,
  DocumentListService,
  type DocumentNeeds,
  DraftService,
  needsInUnit,
  PostingService,
} from '#main/features/documents/index';
import { TransferRules, TransferService } from './transfer.service';
import { TRANSFER } from './transfer-kind';

/** Creates the services of transfers. */
export function createTransfers({ database, settings, drawing, ...others }: DocumentNeeds) {
  return {
    transfers: database.inUnits((tx) => {
      const drafts = new DocumentDrafts(tx, TRANSFER);
      const needs = { ...needsInUnit(tx, others), settings, drafts };
      const rules = new TransferRules(drafts, needs.ledger);
      const filling = new DraftService(TRANSFER, needs);
      const posting = new PostingService(TRANSFER, { ...needs, rules });
      const own = new TransferService({ drafts, rules, filling, posting });
      return { own, filling, posting };
    }),
    transferLists: database.onReader(
      (reader) => new DocumentListService(reader, TRANSFER, { settings, drawing }),
    ),
  };
}

export type TransfersServices = ReturnType<typeof createTransfers>;
