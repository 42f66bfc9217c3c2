import { assertWhole, type ProductService } from '#main/features/catalogue/index';
import type { SettingsService } from '#main/features/settings/index';
import { type ShelfRules, type StockLedger, shelfRules } from '#main/features/stock/index';
import type { NumberService } from '#main/features/tills/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Ctx } from '#main/platform/ctx';
import type { StoreLog } from '#main/platform/log/store-log';
import type { ParsedInputs } from '#shared/contract/index';
import type { IssueHead } from '#shared/contract/issues';
import { refuse } from '#shared/contract/refusals';
import type { IssueLineRow, IssueRow } from './issue.queries';
import type { IssueDrafts } from './issue-drafts';
import { chosenBatch, shortLines } from './issue-plan';
import { headOf } from './issue-view';

type Calls = ParsedInputs['issues'];

interface Needs {
  drafts: IssueDrafts;
  products: ProductService;
  ledger: StockLedger;
  settings: SettingsService;
  numbers: NumberService;
  audit: StoreLog;
  changes: ChangeFeed;
}

/** Issues goods for use: all lines leave stock and the issue gets its number, or nothing happens. */
export class GoodsIssueService {
  readonly #needs: Needs;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /**
   * Issues a draft at the given version.
   * @throws ISSUE_CLOSED, CHANGED_MEANWHILE, ISSUE_EMPTY, HOLDER_MISSING; ISSUE_SHORT with every line that exceeds the
   * stock, EXPIRED_STOCK, LOCATION_CLOSED, QUANTITY_TOO_FINE, HOLDER_UNKNOWN.
   */
  send(ctx: Ctx, { id, version }: Calls['send']): IssueHead {
    const row = this.#needs.drafts.draftAt(id, version);
    if (row.lineCount === 0) throw refuse('ISSUE_EMPTY', {});
    if (row.holderName === null) throw refuse('HOLDER_MISSING', {});
    if (row.holderAccountId !== null) this.#needs.drafts.assertWorksHere(row.holderAccountId);
    return this.#issueGoods(ctx, row);
  }

  /** Creates an issue and issues it. @throws NOT_FOUND and what {@link send} refuses. */
  issue(ctx: Ctx, { locationId, holder, note, lines }: Calls['issue']): IssueHead {
    const { drafts, products } = this.#needs;
    const { lastInsertRowid } = drafts.writes.start.run({
      locationId: this.#known(locationId),
      ...drafts.holderOf(holder),
      note,
      createdAt: ctx.now,
      accountId: ctx.account.id,
    });
    const issueId = Number(lastInsertRowid);
    for (const { productId, quantityMilli, batchId } of lines) {
      if (!products.byIdForSale(productId)) throw refuse('NOT_FOUND', { what: 'product' });
      const choice = drafts.choiceOf(productId, batchId);
      drafts.writes.addLine.run({ issueId, productId, quantityMilli, ...choice });
    }
    return this.#issueGoods(ctx, drafts.row(issueId));
  }

  #known(locationId: number): number {
    this.#needs.drafts.assertOpen(locationId);
    return locationId;
  }

  #issueGoods(ctx: Ctx, row: IssueRow): IssueHead {
    const { drafts, settings, numbers, audit, changes } = this.#needs;
    const { id } = row;
    drafts.assertOpen(row.locationId);
    const lines = drafts.reads.lines.all(id);
    for (const { productName, unit, quantityMilli } of lines) assertWhole(productName, unit, quantityMilli);
    const rules = shelfRules(settings.current, ctx.now);
    this.#assertInStock(row, lines, rules);
    // Lines with a chosen batch come first, so that no other line uses up a chosen batch.
    for (const line of lines.toSorted((one, other) => one.anyBatch - other.anyBatch)) {
      this.#issueLine(ctx, row, line, rules);
    }
    drafts.writes.send.run({
      id,
      number: numbers.next('issue'),
      issuedAt: ctx.now,
      accountId: ctx.account.id,
    });
    const issued = headOf(drafts.row(id));
    const { locationName, holderName, note } = row;
    audit.record(ctx, {
      entity: 'issue',
      entityId: id,
      label: issued.number ?? '',
      after: { location: locationName, holder: holderName, note, lines: lines.length },
    });
    changes.publish('stock');
    return issued;
  }

  /**
   * Reports all short lines at once, so that nobody has to find them by trying repeatedly. If only an expired batch is
   * in the way, the ledger reports that.
   */
  #assertInStock(row: IssueRow, lines: readonly IssueLineRow[], rules: ShelfRules): void {
    if (rules.allowNegative) return;
    const { shelves } = this.#needs.ledger;
    const short = shortLines(shelves, row.locationId, lines, rules.keepExpiredBefore);
    if (short.every(({ keptBack }) => keptBack)) return;
    throw refuse('ISSUE_SHORT', {
      locationName: row.locationName,
      lines: short.map(
        ({ line: { productId, productName, unit, batchNumber, quantityMilli }, missingMilli }) => ({
          productId,
          productName,
          unit,
          batchNumber,
          requestedMilli: quantityMilli,
          availableMilli: quantityMilli - missingMilli,
        }),
      ),
    });
  }

  /** Takes the goods of one line; the document then records the quantity and cost of each batch. */
  #issueLine(ctx: Ctx, { id, locationId, note }: IssueRow, line: IssueLineRow, rules: ShelfRules): void {
    const { drafts, ledger } = this.#needs;
    const [first, ...others] = ledger.take({
      ctx,
      kind: 'issued',
      reason: note,
      cause: 'issue',
      causeId: id,
      productId: line.productId,
      locationId,
      quantityMilli: line.quantityMilli,
      batchId: chosenBatch(line),
      ...rules,
    });
    if (!first) throw new Error(`Nothing was taken for line ${line.id}`);
    const { batchId, quantityMilli, costMinor } = first;
    drafts.writes.issueLine.run({ id: line.id, batchId, quantityMilli, costMinor });
    for (const other of others) {
      const { batchId, quantityMilli, costMinor } = other;
      drafts.writes.splitLine.run({ lineId: line.id, batchId, quantityMilli, costMinor });
    }
  }
}
