/** The part of `documents` that the kinds of documents use. */

export { DocumentDrafts } from './document-drafts';
export type { DocumentLineRow, DocumentRow, KindOfDocument, MovedGoods } from './document-kind';
export { DocumentListService, type ListNeeds } from './document-list.service';
export { type DocumentNeeds, needsInUnit } from './document-needs';
export { DraftService } from './draft.service';
export { chosenBatch } from './goods-check';
export { PostingService } from './posting.service';
