import { nameOf } from '#main/platform/database/person-name';
import type { Connection, Tx } from '#main/platform/work/connections';
import type { UnitOfMeasure } from '#shared/kernel/quantity';
import type { TicketRules } from '#shared/kernel/ticket';
import { DISCOUNT, type DiscountColumns, WITH_TICKET_DISCOUNT, withAdjustment } from './adjustment.queries';
import type { OrderLife } from './sales-order.entity';

/** An open order, which is a ticket, without its lines. */
export interface TicketRow extends DiscountColumns {
  id: number;
  version: number;
  life: OrderLife;
  number: string | null;
  tillId: number;
  accountId: number;
  channelId: number;
  parkedName: string | null;
  parkedAt: number | null;
  note: string;
  pricesIncludeTax: 0 | 1;
  taxRounding: TicketRules['taxRounding'];
  createdAt: number;
}

/** A line of an open ticket: the values that decide its amounts, copied from the product when it was scanned. */
export interface TicketLineRow extends DiscountColumns {
  id: number;
  orderId: number;
  position: number;
  productId: number;
  categoryId: number | null;
  name: string;
  sku: string;
  unit: UnitOfMeasure;
  quantityMilli: number;
  listPriceMinor: number;
  unitPriceMinor: number;
  /** How much an overridden price may take off, as for a discount, and who approved it. */
  priceApprovedMinor: number | null;
  priceApprovedById: number | null;
  fixedGrossMinor: number | null;
  standingDiscountMilliPercent: number;
  taxRateMilliPercent: number;
  note: string;
  /** The batch chosen manually; null to take the batch that expires first. */
  batchId: number | null;
  batchNumber: string | null;
}

export type NewTicketLine = Omit<TicketLineRow, 'id'>;

interface ParkedRow extends TicketRow {
  cashierName: string;
}

const TICKET = `o.id, o.version, o.life, o.number, o.till_id AS tillId, o.account_id AS accountId,
  o.channel_id AS channelId, o.parked_name AS parkedName, o.parked_at AS parkedAt, o.note,
  o.prices_include_tax AS pricesIncludeTax, o.tax_rounding AS taxRounding, o.created_at AS createdAt, ${DISCOUNT}`;

/** The same columns for a row that was just inserted, which has no discount. */
const NEW_TICKET = TICKET.replace(DISCOUNT, '')
  .replaceAll('o.', '')
  .concat(
    'NULL AS discountKind, NULL AS discountValue, NULL AS discountApprovedMinor, NULL AS discountApprovedById',
  );

/** The columns of {@link LINES} that a line has from the scan on. */
export const LINE_COLUMNS = `l.id, l.order_id AS orderId, l.position, l.product_id AS productId, l.category_id AS categoryId,
  l.name, l.sku, l.unit, l.quantity_milli AS quantityMilli, l.list_price_minor AS listPriceMinor,
  l.unit_price_minor AS unitPriceMinor, l.price_approved_minor AS priceApprovedMinor,
  l.price_approved_by_id AS priceApprovedById, l.fixed_gross_minor AS fixedGrossMinor,
  COALESCE(s.milli_percent, 0) AS standingDiscountMilliPercent, l.tax_rate_milli_percent AS taxRateMilliPercent, l.note,
  l.batch_id AS batchId, (SELECT number FROM batch WHERE id = l.batch_id) AS batchNumber, ${DISCOUNT}`;

/** The lines, with their own discounts. */
export const LINES = `sales_order_line l ${withAdjustment('s', 'standing')} ${withAdjustment('d', 'line')}`;

/** Reads open tickets as a window shows them. Works on either connection. */
export function prepareTicketReads(connection: Connection) {
  return {
    onScreen: connection.prepare<[number, number], TicketRow>(
      `SELECT ${TICKET} FROM sales_order o ${WITH_TICKET_DISCOUNT}
       WHERE o.till_id = ? AND o.account_id = ? AND o.life = 'open' AND o.parked_at IS NULL`,
    ),
    byId: connection.prepare<[number], TicketRow>(
      `SELECT ${TICKET} FROM sales_order o ${WITH_TICKET_DISCOUNT} WHERE o.id = ?`,
    ),
    lines: connection.prepare<[number], TicketLineRow>(
      `SELECT ${LINE_COLUMNS} FROM ${LINES} WHERE l.order_id = ? ORDER BY l.position`,
    ),
    /** The id of the location that a till sells from. */
    sellingLocation: connection
      .prepare<[number], number>('SELECT location_id FROM till WHERE id = ?')
      .pluck(),
    parked: connection.prepare<[], ParkedRow>(
      `SELECT ${TICKET}, ${nameOf('a')} AS cashierName
       FROM sales_order o ${WITH_TICKET_DISCOUNT} JOIN account a ON a.id = o.account_id
       WHERE o.life = 'open' AND o.parked_at IS NOT NULL ORDER BY o.parked_at, o.id`,
    ),
  };
}

/** The statements that a scan uses, prepared once on the writing connection. */
export function prepareTicketWrites(tx: Tx) {
  return {
    ...prepareTicketReads(tx),
    orderOfLine: tx.prepare<[number], TicketRow>(
      `SELECT ${TICKET} FROM sales_order o ${WITH_TICKET_DISCOUNT} WHERE o.id = (SELECT order_id FROM sales_order_line WHERE id = ?)`,
    ),
    start: tx.prepare<
      [Pick<TicketRow, 'tillId' | 'accountId' | 'pricesIncludeTax' | 'taxRounding' | 'createdAt'>],
      TicketRow
    >(
      `INSERT INTO sales_order (life, till_id, account_id, channel_id, location_id, prices_include_tax,
         tax_rounding, created_at)
       SELECT 'open', t.id, @accountId, c.id, t.location_id, @pricesIncludeTax, @taxRounding, @createdAt
       FROM sales_channel c, till t WHERE c.code = 'counter' AND t.id = @tillId
       RETURNING ${NEW_TICKET}`,
    ),
    addLine: tx.prepare<[NewTicketLine]>(
      `INSERT INTO sales_order_line (order_id, position, product_id, category_id, name, sku, unit, quantity_milli,
         list_price_minor, unit_price_minor, fixed_gross_minor, tax_rate_milli_percent)
       VALUES (@orderId, @position, @productId, @categoryId, @name, @sku, @unit, @quantityMilli,
         @listPriceMinor, @unitPriceMinor, @fixedGrossMinor, @taxRateMilliPercent)`,
    ),
    saveLine: tx.prepare<[TicketLineRow]>(
      `UPDATE sales_order_line SET quantity_milli = @quantityMilli, unit_price_minor = @unitPriceMinor,
         price_approved_minor = @priceApprovedMinor, price_approved_by_id = @priceApprovedById,
         fixed_gross_minor = @fixedGrossMinor, note = @note, batch_id = @batchId
       WHERE id = @id`,
    ),
    removeLine: tx.prepare<[number]>('DELETE FROM sales_order_line WHERE id = ?'),
    bump: tx.prepare<[number]>('UPDATE sales_order SET version = version + 1 WHERE id = ?'),
    save: tx.prepare<[TicketRow]>(
      `UPDATE sales_order SET life = @life, till_id = @tillId,
         location_id = (SELECT location_id FROM till WHERE id = @tillId), account_id = @accountId,
         parked_name = @parkedName, parked_at = @parkedAt, note = @note, version = @version
       WHERE id = @id`,
    ),
    parkedUnderName: tx
      .prepare<[string], number>(
        `SELECT id FROM sales_order
         WHERE life = 'open' AND parked_at IS NOT NULL AND parked_name = ? COLLATE NOCASE`,
      )
      .pluck(),
    notSold: tx.prepare<[number], { productName: string; status: 'inactive' | 'archived' }>(
      `SELECT p.name AS productName, p.status FROM sales_order_line l JOIN product p ON p.id = l.product_id
       WHERE l.order_id = ? AND p.status <> 'active' ORDER BY l.position LIMIT 1`,
    ),
  };
}
