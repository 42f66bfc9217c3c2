import { assertWhole } from '#main/features/catalogue/index';
import type { DocumentDrafts } from '#main/features/documents/index';
import type { StockLedger } from '#main/features/stock/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Ctx } from '#main/platform/ctx';
import type { StoreLog } from '#main/platform/log/store-log';
import type { Tx } from '#main/platform/work/connections';
import type { ParsedInputs } from '#shared/contract/index';
import type { IssueClosing, OutstandingLine } from '#shared/contract/issues';
import { refuse } from '#shared/contract/refusals';
import { closingWrites } from './closing.queries';
import type { IssueLineRow, IssueRow } from './issue-kind';
import { type OutstandingRow, outstandingQueries } from './outstanding.queries';
import { costUpTo, outstandingVisibleTo } from './outstanding-view';

type Calls = ParsedInputs['issues'];

interface Needs {
  drafts: DocumentDrafts<IssueRow, IssueLineRow>;
  ledger: StockLedger;
  audit: StoreLog;
  changes: ChangeFeed;
}

interface Closing {
  kind: IssueClosing['kind'];
  quantityMilli: number;
  locationId: number | null;
  reason: string;
}

/** Closes issued goods: they return to stock or were used up. Never more than is outstanding. */
export class GoodsReturnService {
  readonly #needs: Needs;
  readonly #outstanding;
  readonly #writes;

  constructor(tx: Tx, needs: Needs) {
    this.#needs = needs;
    this.#outstanding = outstandingQueries(tx);
    this.#writes = closingWrites(tx);
  }

  /** Returns goods of a line to a location. @throws ISSUE_OVER_RETURN, LOCATION_CLOSED, QUANTITY_TOO_FINE, NOT_FOUND */
  returnGoods(ctx: Ctx, { issueLineId, ...back }: Calls['returnGoods']): OutstandingLine {
    this.#needs.drafts.openLocation(back.locationId);
    return this.#close(ctx, issueLineId, { kind: 'returned', ...back });
  }

  /** Returns goods of several lines, to one location or each to its own. @throws what {@link returnGoods} does */
  returnMany(ctx: Ctx, { lines, locationId, reason }: Calls['returnMany']): OutstandingLine[] {
    return lines.map(({ issueLineId, quantityMilli }) => {
      const place = locationId ?? this.#line(issueLineId).locationId;
      return this.returnGoods(ctx, { issueLineId, locationId: place, quantityMilli, reason });
    });
  }

  /**
   * Records that goods of a line will not return. @throws ISSUE_OVER_RETURN, QUANTITY_TOO_FINE, REASON_MISSING,
   * NOT_FOUND
   */
  usedUp(ctx: Ctx, { issueLineId, quantityMilli, reason }: Calls['usedUp']): OutstandingLine {
    if (reason === '') throw refuse('REASON_MISSING', {});
    return this.#close(ctx, issueLineId, { kind: 'used up', quantityMilli, locationId: null, reason });
  }

  #close(ctx: Ctx, issueLineId: number, closing: Closing): OutstandingLine {
    const { audit, changes } = this.#needs;
    const line = this.#line(issueLineId);
    const { productName, unit, productId, batchId, issueId } = line;
    const { kind, quantityMilli, locationId, reason } = closing;
    assertWhole(productName, unit, quantityMilli);
    const outMilli = line.issuedMilli - line.closedMilli;
    if (quantityMilli > outMilli) {
      throw refuse('ISSUE_OVER_RETURN', { productName, unit, outMilli, requestedMilli: quantityMilli });
    }
    const costMinor = costUpTo(line, line.closedMilli + quantityMilli) - costUpTo(line, line.closedMilli);
    if (locationId !== null) {
      this.#needs.ledger.move({
        ctx,
        kind: 'issue returned',
        reason,
        cause: 'issue',
        causeId: issueId,
        productId,
        locationId,
        batchId,
        quantityMilli,
        costMinor,
        allowNegative: true,
      });
      changes.publish('stock');
    }
    const [returnedMilli, usedUpMilli] = kind === 'returned' ? [quantityMilli, 0] : [0, quantityMilli];
    this.#writes.closeLine.run({ id: issueLineId, returnedMilli, usedUpMilli });
    const { now: at } = ctx;
    this.#writes.addClosing.run({ issueLineId, ...closing, costMinor, at, accountId: ctx.account.id });
    const after = this.#line(issueLineId);
    audit.record(ctx, {
      entity: 'issue',
      entityId: issueId,
      label: `${line.number} ${productName}`,
      before: { outMilli },
      after: { outMilli: outMilli - quantityMilli, ...(reason !== '' && { reason }) },
    });
    return outstandingVisibleTo(ctx, after);
  }

  /** A line that was issued. @throws NOT_FOUND, also for a draft's line */
  #line(id: number): OutstandingRow {
    const line = this.#outstanding.line.get(id);
    if (!line) throw refuse('NOT_FOUND', { what: 'issued line' });
    return line;
  }
}
