import type { GoodsDocument } from '#shared/contract/documents';

/** The words of a kind of document that are not the same for all kinds. */
export interface DocumentWords<Doc extends GoodsDocument> {
  /** The title of the page. */
  title: (document: Doc) => string;
  /** The location that the goods leave. */
  leaves: (document: Doc) => string;
  /** What to show of a document that cannot be edited, besides its state, person and note. */
  facts: (document: Doc) => { name: string; value: string }[];
  /** The state of a posted document: "Sent". */
  posted: string;
  /** "Sent by". */
  postedBy: string;
  /** The outcome of posting, in a sentence. */
  outcome: (document: Doc) => string;
  /** What an empty draft says. */
  emptyTitle: string;
  /** The label of the button that posts. */
  post: string;
  /** The label of the button that starts the next document. */
  next: string;
  /** The label of the link to the list. */
  back: string;
}
