import {
  chosenBatch,
  type DocumentDrafts,
  type DocumentLineRow,
  type DraftService,
  type MovedGoods,
  type PostingService,
} from '#main/features/documents/index';
import type { StockLedger } from '#main/features/stock/index';
import type { Ctx } from '#main/platform/ctx';
import type { DocumentLine } from '#shared/contract/documents';
import type { ParsedInputs } from '#shared/contract/index';
import { refuse } from '#shared/contract/refusals';
import type { TransferHead } from '#shared/contract/transfers';
import type { TransferRow } from './transfer-kind';

type Calls = ParsedInputs['transfers'];
type Drafts = DocumentDrafts<TransferRow, DocumentLineRow>;

/** What posting a transfer checks and moves. */
export class TransferRules {
  readonly #drafts: Drafts;
  readonly #ledger: StockLedger;

  constructor(drafts: Drafts, ledger: StockLedger) {
    this.#drafts = drafts;
    this.#ledger = ledger;
  }

  /** @throws what {@link assertRoute} refuses */
  assertMayPost({ locationId, toId }: TransferRow): void {
    this.assertRoute(locationId, toId);
  }

  /** Moves the goods of one line; see {@link StockLedger.transfer}. */
  move(ctx: Ctx, { id, locationId, toId }: TransferRow, line: DocumentLineRow): MovedGoods[] {
    const { productId, quantityMilli } = line;
    const goods = { productId, locationId, toLocationId: toId, quantityMilli, batchId: chosenBatch(line) };
    return this.#ledger.transfer({ ctx, transferId: id, ...goods });
  }

  /** @throws TRANSFER_SAME_LOCATION; NOT_FOUND, LOCATION_CLOSED for either location. */
  assertRoute(fromId: number, toId: number): void {
    const locationName = this.#drafts.openLocation(fromId);
    if (fromId === toId) throw refuse('TRANSFER_SAME_LOCATION', { locationName });
    this.#drafts.openLocation(toId);
  }
}

interface Needs {
  drafts: Drafts;
  rules: TransferRules;
  filling: DraftService<TransferRow, DocumentLineRow, TransferHead, DocumentLine>;
  posting: PostingService<TransferRow, DocumentLineRow, TransferHead, DocumentLine>;
}

/** What is particular to transfers: their two locations. */
export class TransferService {
  readonly #needs: Needs;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /** @throws TRANSFER_SAME_LOCATION, LOCATION_CLOSED, NOT_FOUND */
  start(ctx: Ctx, { fromLocationId: fromId, toLocationId: toId }: Calls['start']): TransferHead {
    this.#needs.rules.assertRoute(fromId, toId);
    return this.#needs.filling.start(ctx, { fromId, toId });
  }

  /** Changes the locations or the note. @throws DOCUMENT_CLOSED, CHANGED_MEANWHILE, TRANSFER_SAME_LOCATION, LOCATION_CLOSED */
  change(ctx: Ctx, { id, version, fromLocationId, toLocationId, note }: Calls['change']): TransferHead {
    const { drafts, rules, filling } = this.#needs;
    const before = drafts.draftAt(id, version);
    const fromId = fromLocationId ?? before.locationId;
    const toId = toLocationId ?? before.toId;
    if (fromId !== before.locationId || toId !== before.toId) rules.assertRoute(fromId, toId);
    return filling.change(ctx, before, { fromId, toId }, note);
  }

  /** Creates a transfer and posts it. @throws NOT_FOUND, and what posting refuses */
  postNow(
    ctx: Ctx,
    { fromLocationId: fromId, toLocationId: toId, ...document }: Calls['postNow'],
  ): TransferHead {
    this.#needs.rules.assertRoute(fromId, toId);
    return this.#needs.posting.postNow(ctx, { fromId, toId }, document);
  }
}
