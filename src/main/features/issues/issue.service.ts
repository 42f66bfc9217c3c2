import {
  assertFits,
  assertWhole,
  type ProductService,
  type SellableProduct,
  usualQuantity,
} from '#main/features/catalogue/index';
import { type CodeResolver, neededAmountOf } from '#main/features/scanning/index';
import type { SettingsService } from '#main/features/settings/index';
import type { StockLedger } from '#main/features/stock/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Ctx } from '#main/platform/ctx';
import type { StoreLog } from '#main/platform/log/store-log';
import type { ParsedInputs } from '#shared/contract/index';
import type { IssueHead, IssueLineChange } from '#shared/contract/issues';
import { refuse } from '#shared/contract/refusals';
import type { IssueLineRow, IssueRow } from './issue.queries';
import type { IssueDrafts } from './issue-drafts';
import { shortOfDraft } from './issue-plan';
import { headOf, linesOf } from './issue-view';

type Calls = ParsedInputs['issues'];

interface Needs {
  drafts: IssueDrafts;
  products: ProductService;
  codes: CodeResolver;
  ledger: StockLedger;
  settings: SettingsService;
  audit: StoreLog;
  changes: ChangeFeed;
}

/** A quantity to add to a draft, and the line to add it to if there is one. */
interface Put {
  line: IssueLineRow | undefined;
  quantityMilli: number;
  anyBatch: 0 | 1;
  batchId: number | null;
}

/** Draft issues: start, scan, edit, discard. Nothing here moves stock. */
export class IssueService {
  readonly #needs: Needs;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /** @throws LOCATION_CLOSED, HOLDER_UNKNOWN, NOT_FOUND */
  start(ctx: Ctx, { locationId, holder }: Calls['start']): IssueHead {
    const { drafts } = this.#needs;
    drafts.assertOpen(locationId);
    const { lastInsertRowid } = drafts.writes.start.run({
      locationId,
      ...drafts.holderOf(holder),
      note: '',
      createdAt: ctx.now,
      accountId: ctx.account.id,
    });
    return this.#kept(ctx, Number(lastInsertRowid), null);
  }

  /** Changes the location, holder or note. @throws ISSUE_CLOSED, CHANGED_MEANWHILE, LOCATION_CLOSED, HOLDER_UNKNOWN */
  change(ctx: Ctx, { id, version, locationId, holder, note }: Calls['change']): IssueHead {
    const { drafts } = this.#needs;
    const before = drafts.draftAt(id, version);
    if (locationId !== undefined && locationId !== before.locationId) drafts.assertOpen(locationId);
    this.#keep(ctx, {
      ...before,
      locationId: locationId ?? before.locationId,
      ...(holder === undefined ? null : drafts.holderOf(holder)),
      note: note ?? before.note,
    });
    return this.#kept(ctx, id, before);
  }

  /**
   * Adds the product of a code to a draft; the same code again increases the quantity.
   * @throws ISSUE_CLOSED, and what {@link CodeResolver.product} and {@link neededAmountOf} refuse
   */
  scan(ctx: Ctx, { issueId, quantityMilli: timesMilli, ...code }: Calls['scan']): IssueLineChange {
    const { drafts, codes } = this.#needs;
    const row = drafts.draft(issueId);
    const scanned = codes.product(ctx, code);
    const { product, batch } = scanned;
    const { quantityMilli } = neededAmountOf(scanned, timesMilli);
    const batchId = batch?.id ?? undefined;
    const lines = drafts.reads.linesOfProduct.all(row.id, product.id);
    // A code that names no batch counts where any batch is allowed, else where one was chosen last.
    const line =
      batchId === undefined
        ? (lines.find(({ anyBatch }) => anyBatch === 1) ?? lines.at(-1))
        : lines.find((one) => one.batchId === batchId);
    return this.#put(ctx, row, product, { line, quantityMilli, ...drafts.choiceOf(product.id, batchId) });
  }

  /**
   * Adds a product to a draft by hand.
   * @throws ISSUE_CLOSED, QUANTITY_NEEDED, QUANTITY_TOO_FINE, QUANTITY_TOO_LARGE, NOT_FOUND
   */
  addLine(ctx: Ctx, { issueId, productId, quantityMilli, ...chosen }: Calls['addLine']): IssueLineChange {
    const { drafts, products } = this.#needs;
    const row = drafts.draft(issueId);
    const product = products.byIdForSale(productId);
    if (!product) throw refuse('NOT_FOUND', { what: 'product' });
    const choice = drafts.choiceOf(productId, chosen.batchId);
    const line = drafts.reads.linesOfProduct
      .all(row.id, productId)
      .find(({ anyBatch, batchId }) => anyBatch === choice.anyBatch && batchId === choice.batchId);
    const wantedMilli = quantityMilli ?? usualQuantity(product);
    return this.#put(ctx, row, product, { line, quantityMilli: wantedMilli, ...choice });
  }

  /** Sets the quantity and batch of a line. @throws ISSUE_CLOSED, CHANGED_MEANWHILE, QUANTITY_TOO_FINE, NOT_FOUND */
  setLine(ctx: Ctx, { lineId, version, quantityMilli, batchId }: Calls['setLine']): IssueLineChange {
    const { drafts } = this.#needs;
    const { line, row } = drafts.lineAt(lineId, version);
    assertWhole(line.productName, line.unit, quantityMilli);
    drafts.writes.setLine.run({ id: lineId, quantityMilli, ...drafts.choiceOf(line.productId, batchId) });
    return this.#answer(ctx, row, line.productId, lineId);
  }

  /** @throws ISSUE_CLOSED, CHANGED_MEANWHILE, NOT_FOUND */
  removeLine(ctx: Ctx, { lineId, version }: Calls['removeLine']): IssueLineChange {
    const { drafts } = this.#needs;
    const { line, row } = drafts.lineAt(lineId, version);
    drafts.writes.removeLine.run(lineId);
    return this.#answer(ctx, row, line.productId, null);
  }

  /** Discards a draft; it can be restored. @throws ISSUE_CLOSED, NOT_FOUND */
  discard(ctx: Ctx, id: number): IssueHead {
    const before = this.#needs.drafts.draft(id);
    this.#keep(ctx, { ...before, state: 'discarded' });
    return this.#kept(ctx, id, before);
  }

  /** Restores a discarded draft. @throws ISSUE_CLOSED when it was issued, NOT_FOUND */
  restore(ctx: Ctx, id: number): IssueHead {
    const before = this.#needs.drafts.row(id);
    if (before.state === 'issued') throw refuse('ISSUE_CLOSED', { number: before.number });
    this.#keep(ctx, { ...before, state: 'draft' });
    return this.#kept(ctx, id, before);
  }

  #put(ctx: Ctx, row: IssueRow, product: SellableProduct, { line, ...added }: Put): IssueLineChange {
    const { writes } = this.#needs.drafts;
    assertWhole(product.name, product.unit, added.quantityMilli);
    if (line) {
      const { id, anyBatch, batchId } = line;
      const quantityMilli = line.quantityMilli + added.quantityMilli;
      assertFits(product, quantityMilli);
      writes.setLine.run({ id, anyBatch, batchId, quantityMilli });
      return this.#answer(ctx, row, product.id, id);
    }
    const { lastInsertRowid } = writes.addLine.run({ issueId: row.id, productId: product.id, ...added });
    return this.#answer(ctx, row, product.id, Number(lastInsertRowid));
  }

  #answer(ctx: Ctx, { id }: IssueRow, productId: number, lineId: number | null): IssueLineChange {
    const { drafts, changes } = this.#needs;
    drafts.writes.touch.run(ctx.account.id, id);
    const row = drafts.row(id);
    changes.publish({ topic: 'issues', record: { entity: 'issue-lines', id, version: row.version } });
    const lines = drafts.reads.linesOfProduct.all(id, productId);
    const shelves = drafts.reads.shelves.all(id).filter((shelf) => shelf.productId === productId);
    const short = shortOfDraft(ctx, this.#needs.settings.current, {
      row,
      lines,
      shelves: this.#needs.ledger.shelves,
    });
    return { head: headOf(row), productId, lines: linesOf(ctx, lines, shelves, short), lineId };
  }

  #keep(ctx: Ctx, row: IssueRow): void {
    const { id, locationId, holderAccountId, note, state } = row;
    // A holder with an account uses the account's name.
    const holderName = holderAccountId === null ? row.holderName : null;
    this.#needs.drafts.writes.change.run({
      id,
      locationId,
      holderAccountId,
      holderName,
      note,
      state,
      accountId: ctx.account.id,
    });
  }

  /** Records a change in the store log, notifies the windows and returns the current issue. */
  #kept(ctx: Ctx, id: number, before: IssueRow | null): IssueHead {
    const { drafts, audit } = this.#needs;
    const after = drafts.row(id);
    audit.record(ctx, {
      entity: 'issue',
      entityId: id,
      label: [after.locationName, after.holderName].filter((name) => name !== null).join(' → '),
      before: before && auditedOf(before),
      after: auditedOf(after),
    });
    return headOf(after);
  }
}

function auditedOf({ locationName, holderName, note, state }: IssueRow) {
  return { location: locationName, holder: holderName, note, state };
}
