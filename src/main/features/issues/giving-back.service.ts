import type { AuditService } from '#main/features/audit/index';
import { assertWhole } from '#main/features/catalogue/index';
import type { StockLedger } from '#main/features/stock/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import { type Ctx, may } from '#main/platform/ctx';
import type { Database } from '#main/platform/database/database';
import type { ParsedInputs } from '#shared/contract/index';
import type { IssueClosing, OutstandingLine } from '#shared/contract/issues';
import { refuse } from '#shared/contract/refusals';
import { mulDivRound } from '#shared/kernel/money';
import type { IssueDrafts } from './issue-drafts';
import { type OutstandingQueries, type OutstandingRow, outstandingQueries } from './outstanding.queries';

type Calls = ParsedInputs['issues'];

interface Needs {
  database: Database;
  drafts: IssueDrafts;
  ledger: StockLedger;
  audit: AuditService;
  changes: ChangeFeed;
}

interface Closing {
  kind: IssueClosing['kind'];
  quantityMilli: number;
  locationId: number | null;
  reason: string;
}

/** What becomes of goods that were handed out: they come back to stock, or were used up. Never more than is out. */
export class GivingBackService {
  readonly #needs: Needs;
  readonly #current: OutstandingQueries;
  readonly #lists: OutstandingQueries;

  constructor(needs: Needs) {
    this.#needs = needs;
    this.#current = outstandingQueries(needs.database.handle);
    this.#lists = outstandingQueries(needs.database.reader);
  }

  /** What is out, by holder, longest out first. Costs are null for those who may not see them. */
  outstanding(ctx: Ctx, { offset, limit, ...filter }: Calls['outstanding']) {
    const { rows, ...total } = this.#lists.page(filter, offset, limit);
    return { rows: rows.map((row) => viewOf(ctx, row)), ...total };
  }

  /** Who goods can be issued to, by name. */
  holders({ search }: Calls['holders']) {
    return this.#lists.holders(search);
  }

  /**
   * Goods of a line come back to a place. @throws ISSUE_OVER_RETURN, LOCATION_CLOSED, QUANTITY_TOO_FINE, NOT_FOUND
   */
  giveBack(ctx: Ctx, { issueLineId, ...back }: Calls['giveBack']): OutstandingLine {
    this.#needs.drafts.assertOpen(back.locationId);
    return this.#close(ctx, issueLineId, { kind: 'returned', ...back });
  }

  /** Goods of several lines come back, to one place or each to where it left. @throws what {@link giveBack} does */
  giveBackMany(ctx: Ctx, { lines, locationId, reason }: Calls['giveBackMany']): OutstandingLine[] {
    return lines.map(({ issueLineId, quantityMilli }) => {
      const place = locationId ?? this.#line(issueLineId).locationId;
      return this.giveBack(ctx, { issueLineId, locationId: place, quantityMilli, reason });
    });
  }

  /** Goods of a line will not come back. @throws ISSUE_OVER_RETURN, QUANTITY_TOO_FINE, REASON_MISSING, NOT_FOUND */
  usedUp(ctx: Ctx, { issueLineId, quantityMilli, reason }: Calls['usedUp']): OutstandingLine {
    if (reason === '') throw refuse('REASON_MISSING', {});
    return this.#close(ctx, issueLineId, { kind: 'used up', quantityMilli, locationId: null, reason });
  }

  #close(ctx: Ctx, issueLineId: number, closing: Closing): OutstandingLine {
    const { drafts, audit, changes } = this.#needs;
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
    drafts.writes.closeLine.run({ id: issueLineId, returnedMilli, usedUpMilli });
    const { now: at } = ctx;
    drafts.writes.addClosing.run({ issueLineId, ...closing, costMinor, at, accountId: ctx.account.id });
    const after = this.#line(issueLineId);
    audit.record(ctx, {
      entity: 'issue',
      entityId: issueId,
      label: `${line.number} ${productName}`,
      before: { outMilli },
      after: { outMilli: outMilli - quantityMilli, ...(reason !== '' && { reason }) },
    });
    changes.publish('issues');
    return viewOf(ctx, after);
  }

  /** A line that was issued. @throws NOT_FOUND, also for a draft's line */
  #line(id: number): OutstandingRow {
    const line = this.#current.line(id);
    if (!line) throw refuse('NOT_FOUND', { what: 'issued line' });
    return line;
  }
}

/** What so much of a line cost: in any portions, the shares add up to what all of it did. */
function costUpTo({ costMinor, issuedMilli }: OutstandingRow, milli: number): number {
  return mulDivRound(costMinor, milli, issuedMilli);
}

function viewOf(ctx: Ctx, row: OutstandingRow): OutstandingLine {
  const {
    issuedById,
    issuedByName,
    holderAccountId,
    holderName,
    locationId,
    locationName,
    closedAt,
    ...line
  } = row;
  const { closedMilli, costMinor, ...rest } = line;
  return {
    ...rest,
    issuedBy: { id: issuedById, name: issuedByName },
    holder: { accountId: holderAccountId, name: holderName },
    location: { id: locationId, name: locationName, closed: closedAt !== null },
    outMilli: row.issuedMilli - closedMilli,
    outCostMinor: may(ctx, 'seeCost') ? costMinor - costUpTo(row, closedMilli) : null,
  };
}
