import {
  chosenBatch,
  type DocumentDrafts,
  type DraftService,
  type MovedGoods,
  type PostingService,
} from '#main/features/documents/index';
import type { ShelfRules, StockLedger } from '#main/features/stock/index';
import type { Ctx } from '#main/platform/ctx';
import type { Tx } from '#main/platform/work/connections';
import type { ParsedInputs } from '#shared/contract/index';
import type { HolderInput, IssueHead, IssueLine } from '#shared/contract/issues';
import { refuse } from '#shared/contract/refusals';
import type { IssueLineRow, IssueRow } from './issue-kind';

type Calls = ParsedInputs['issues'];
type Drafts = DocumentDrafts<IssueRow, IssueLineRow>;

/** What posting an issue checks and moves, and who can hold goods. */
export class IssueRules {
  readonly #drafts: Drafts;
  readonly #ledger: StockLedger;
  readonly #worker;

  constructor(tx: Tx, drafts: Drafts, ledger: StockLedger) {
    this.#drafts = drafts;
    this.#ledger = ledger;
    this.#worker = tx
      .prepare<[number], 1>(
        `SELECT 1 FROM account WHERE id = ? AND role <> 'customer' AND active = 1 AND deleted_at IS NULL`,
      )
      .pluck();
  }

  /** @throws HOLDER_MISSING, HOLDER_UNKNOWN, LOCATION_CLOSED */
  assertMayPost({ locationId, holderAccountId, holderName }: IssueRow): void {
    if (holderName === null) throw refuse('HOLDER_MISSING', {});
    if (holderAccountId !== null) this.#assertWorksHere(holderAccountId);
    this.#drafts.openLocation(locationId);
  }

  /** Takes the goods of one line; see {@link StockLedger.take}. */
  move(ctx: Ctx, { id, locationId, note }: IssueRow, line: IssueLineRow, rules: ShelfRules): MovedGoods[] {
    const { productId, quantityMilli } = line;
    const goods = { productId, locationId, quantityMilli, batchId: chosenBatch(line) };
    const origin = { ctx, kind: 'issued', reason: note, cause: 'issue', causeId: id } as const;
    return this.#ledger.take({ ...origin, ...goods, ...rules });
  }

  /** A holder as stored. @throws HOLDER_UNKNOWN for an account of no active staff member. */
  storedHolder(holder: HolderInput | null) {
    if (holder === null) return { holderAccountId: null, holderName: null };
    if ('name' in holder) return { holderAccountId: null, holderName: holder.name };
    this.#assertWorksHere(holder.accountId);
    return { holderAccountId: holder.accountId, holderName: null };
  }

  #assertWorksHere(accountId: number): void {
    if (this.#worker.get(accountId) === undefined) throw refuse('HOLDER_UNKNOWN', {});
  }
}

interface Needs {
  drafts: Drafts;
  rules: IssueRules;
  filling: DraftService<IssueRow, IssueLineRow, IssueHead, IssueLine>;
  posting: PostingService<IssueRow, IssueLineRow, IssueHead, IssueLine>;
}

/** What is particular to issues: their location and their holder. */
export class IssueService {
  readonly #needs: Needs;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /** @throws LOCATION_CLOSED, HOLDER_UNKNOWN, NOT_FOUND */
  start(ctx: Ctx, { locationId, holder }: Calls['start']): IssueHead {
    const { drafts, rules, filling } = this.#needs;
    drafts.openLocation(locationId);
    return filling.start(ctx, { locationId, ...rules.storedHolder(holder) });
  }

  /** Changes the location, holder or note. @throws DOCUMENT_CLOSED, CHANGED_MEANWHILE, LOCATION_CLOSED, HOLDER_UNKNOWN */
  change(ctx: Ctx, { id, version, locationId, holder, note }: Calls['change']): IssueHead {
    const { drafts, rules, filling } = this.#needs;
    const before = drafts.draftAt(id, version);
    if (locationId !== undefined && locationId !== before.locationId) drafts.openLocation(locationId);
    const { holderAccountId } = before;
    // A holder with an account uses the account's name.
    const kept = { holderAccountId, holderName: holderAccountId === null ? before.holderName : null };
    const fields = {
      locationId: locationId ?? before.locationId,
      ...(holder === undefined ? kept : rules.storedHolder(holder)),
    };
    return filling.change(ctx, before, fields, note);
  }

  /** Creates an issue and posts it. @throws NOT_FOUND, and what posting refuses */
  postNow(ctx: Ctx, { locationId, holder, ...document }: Calls['postNow']): IssueHead {
    const { drafts, rules, posting } = this.#needs;
    drafts.openLocation(locationId);
    return posting.postNow(ctx, { locationId, ...rules.storedHolder(holder) }, document);
  }
}
