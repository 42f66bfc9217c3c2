import type { Tx } from '#main/platform/work/connections';
import type { AdjustmentKind } from './order-adjustment.entity';

/**
 * A discount as stored in an adjustment: thousandths of a percent, or minor units. Both are null without a discount.
 */
export interface DiscountColumns {
  discountKind: 'percent' | 'amount' | null;
  discountValue: number | null;
  /** The amount it may take off, in minor units; null without a discount. */
  discountApprovedMinor: number | null;
  /** The person who approved that amount, or who granted it without needing approval. */
  discountApprovedById: number | null;
}

interface Adjustment {
  orderId: number;
  lineId: number | null;
  kind: AdjustmentKind;
  milliPercent: number | null;
  valueMinor: number | null;
  approvedById: number | null;
  approvedMinor: number | null;
  amountMinor: number;
}

/** The columns of a discount, of the adjustment joined as `d`. */
export const DISCOUNT = `CASE WHEN d.milli_percent IS NOT NULL THEN 'percent' WHEN d.value_minor IS NOT NULL THEN 'amount' END
    AS discountKind, COALESCE(d.milli_percent, d.value_minor) AS discountValue,
  d.approved_minor AS discountApprovedMinor, d.approved_by_id AS discountApprovedById`;

/** Joins the discount of the ticket `o` as `d`. */
export const WITH_TICKET_DISCOUNT = `LEFT JOIN order_adjustment d ON d.order_id = o.id AND d.line_id IS NULL AND d.kind = 'ticket'`;

/** Joins an adjustment of the line `l`. */
export const withAdjustment = (alias: string, kind: AdjustmentKind): string =>
  `LEFT JOIN order_adjustment ${alias} ON ${alias}.line_id = l.id AND ${alias}.kind = '${kind}'`;

const INSERT = `INSERT INTO order_adjustment (order_id, line_id, kind, milli_percent, value_minor, approved_by_id,
     approved_minor, amount_minor)
   VALUES (@orderId, @lineId, @kind, @milliPercent, @valueMinor, @approvedById, @approvedMinor, @amountMinor)`;
const CHANGE = `DO UPDATE SET milli_percent = excluded.milli_percent, value_minor = excluded.value_minor,
     approved_by_id = excluded.approved_by_id, approved_minor = excluded.approved_minor,
     amount_minor = excluded.amount_minor`;

/** The statements that write the discounts of an open ticket. */
export function adjustmentWrites(tx: Tx) {
  return {
    setOfLine: tx.prepare<[Adjustment]>(
      `${INSERT} ON CONFLICT (line_id, kind) WHERE line_id IS NOT NULL ${CHANGE}`,
    ),
    setOfTicket: tx.prepare<[Adjustment]>(
      `${INSERT} ON CONFLICT (order_id, kind) WHERE line_id IS NULL ${CHANGE}`,
    ),
    removeOfLine: tx.prepare<[number, AdjustmentKind]>(
      'DELETE FROM order_adjustment WHERE line_id = ? AND kind = ?',
    ),
    removeAllOfLine: tx.prepare<[number]>('DELETE FROM order_adjustment WHERE line_id = ?'),
    removeOfTicket: tx.prepare<[number]>(
      `DELETE FROM order_adjustment WHERE order_id = ? AND line_id IS NULL AND kind = 'ticket'`,
    ),
    /** Freezes the amount that a discount of a line took off. */
    setAmount: tx.prepare<[number, number, AdjustmentKind]>(
      'UPDATE order_adjustment SET amount_minor = ? WHERE line_id = ? AND kind = ?',
    ),
    setTicketAmount: tx.prepare<[number, number]>(
      `UPDATE order_adjustment SET amount_minor = ? WHERE order_id = ? AND line_id IS NULL AND kind = 'ticket'`,
    ),
  };
}

/** A discount as an adjustment stores it. */
export function adjustmentOf(
  { discountKind, discountValue, discountApprovedById, discountApprovedMinor }: DiscountColumns,
  of: Pick<Adjustment, 'orderId' | 'lineId' | 'kind'>,
): Adjustment {
  return {
    ...of,
    milliPercent: discountKind === 'percent' ? discountValue : null,
    valueMinor: discountKind === 'amount' ? discountValue : null,
    approvedById: discountApprovedById,
    approvedMinor: discountApprovedMinor,
    amountMinor: 0,
  };
}

/** Whether two discounts have the same stored values. */
export function isSameDiscount(one: DiscountColumns, other: DiscountColumns): boolean {
  return (
    one.discountKind === other.discountKind &&
    one.discountValue === other.discountValue &&
    one.discountApprovedMinor === other.discountApprovedMinor &&
    one.discountApprovedById === other.discountApprovedById
  );
}
