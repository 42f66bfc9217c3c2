import { nameOf } from '#main/platform/database/person-name';
import type { Connection, Tx } from '#main/platform/work/connections';
import type { Receipt } from '#shared/contract/sales-documents';
import { withAdjustment } from './adjustment.queries';
import { LINE_COLUMNS, LINES, type TicketLineRow, type TicketRow } from './ticket.queries';

/** A line of an order, with its amounts as frozen when the order was placed. */
export interface OrderLineRow extends TicketLineRow {
  grossMinor: number;
  standingDiscountMinor: number;
  lineDiscountMinor: number;
  ticketDiscountMinor: number;
  /** After all discounts; includes tax if prices include it. */
  netMinor: number;
  taxMinor: number;
  /** The cost of the goods, once they have left. */
  costMinor: number;
}

export type PaymentRow = Receipt['payments'][number];

/** Who the order is for, where it is sent and what is charged besides the goods. */
export interface OrderDetails {
  channelId: number;
  customerId: number | null;
  customerName: string;
  customerEmail: string;
  customerPhone: string;
  billingAddress: string;
  shippingAddress: string;
  note: string;
  shippingMinor: number;
  shippingTaxRateMilliPercent: number;
  orderedAt: number;
}

/** A complete order as stored; its receipt and its document in the store log are built from it. */
export interface OrderRecord
  extends OrderDetails,
    Pick<
      TicketRow,
      'id' | 'version' | 'life' | 'tillId' | 'accountId' | 'pricesIncludeTax' | 'taxRounding' | 'createdAt'
    > {
  number: string;
  tillName: string;
  cashierName: string;
  locationId: number;
  subtotalMinor: number;
  discountMinor: number;
  taxMinor: number;
  totalMinor: number;
  cashRoundingMinor: number;
  paidMinor: number;
  paidAt: number | null;
  fulfilledAt: number | null;
  /** The store's day on which the goods were handed to the customer, YYYY-MM-DD. */
  soldDay: string | null;
  cancelledAt: number | null;
  cancelReason: string;
  lines: OrderLineRow[];
  payments: PaymentRow[];
}

export type EventKind =
  | 'placed'
  | 'paid'
  | 'fulfilled'
  | 'cancelled'
  | 'refunded'
  | 'returned'
  | 'reprinted'
  | 'note';

export interface EventRow {
  id: number;
  kind: EventKind;
  at: number;
  byId: number;
  byName: string;
  note: string;
}

interface NewEvent {
  orderId: number;
  kind: EventKind;
  accountId: number;
  at: number;
  note: string;
}

type OrderHead = Omit<OrderRecord, 'lines' | 'payments'>;

/** Reads an order with its lines and payments. Works on either connection. */
export function prepareOrderReads(connection: Connection) {
  const head = connection.prepare<[number], OrderHead>(
    `SELECT o.id, o.version, o.life, o.number, o.till_id AS tillId, o.till_name AS tillName,
       o.account_id AS accountId, o.cashier_name AS cashierName, o.channel_id AS channelId, o.location_id AS locationId,
       o.customer_id AS customerId, o.customer_name AS customerName, o.customer_email AS customerEmail,
       o.customer_phone AS customerPhone, o.billing_address AS billingAddress,
       o.shipping_address AS shippingAddress, o.note, o.prices_include_tax AS pricesIncludeTax,
       o.tax_rounding AS taxRounding,
       o.subtotal_minor AS subtotalMinor, o.discount_minor AS discountMinor, o.tax_minor AS taxMinor,
       o.shipping_minor AS shippingMinor, o.shipping_tax_rate_milli_percent AS shippingTaxRateMilliPercent,
       o.total_minor AS totalMinor, o.cash_rounding_minor AS cashRoundingMinor, o.paid_minor AS paidMinor,
       o.created_at AS createdAt, o.ordered_at AS orderedAt, o.paid_at AS paidAt,
       o.fulfilled_at AS fulfilledAt, o.sold_day AS soldDay, o.cancelled_at AS cancelledAt,
       o.cancel_reason AS cancelReason
     FROM sales_order o WHERE o.id = ? AND o.number IS NOT NULL`,
  );
  const lines = connection.prepare<[number], OrderLineRow>(
    `SELECT ${LINE_COLUMNS}, l.gross_minor AS grossMinor, COALESCE(s.amount_minor, 0) AS standingDiscountMinor,
       COALESCE(d.amount_minor, 0) AS lineDiscountMinor, COALESCE(h.amount_minor, 0) AS ticketDiscountMinor,
       l.net_minor AS netMinor, l.tax_minor AS taxMinor, l.cost_minor AS costMinor
     FROM ${LINES} ${withAdjustment('h', 'ticket share')} WHERE l.order_id = ? ORDER BY l.position`,
  );
  const payments = connection.prepare<[number], PaymentRow>(
    `SELECT t.kind, p.amount_minor AS amountMinor, p.given_minor AS givenMinor, p.change_minor AS changeMinor, p.reference
     FROM payment p JOIN tender t ON t.id = p.tender_id WHERE p.order_id = ? ORDER BY p.id`,
  );
  return {
    /** A complete order that has its number; undefined for an open ticket or an unknown id. */
    order(id: number): OrderRecord | undefined {
      const found = head.get(id);
      return found && { ...found, lines: lines.all(id), payments: payments.all(id) };
    },
    events: connection.prepare<[number], EventRow>(
      `SELECT e.id, e.kind, e.at, e.account_id AS byId, ${nameOf('a')} AS byName, e.note
       FROM order_event e JOIN account a ON a.id = e.account_id WHERE e.order_id = ? ORDER BY e.id`,
    ),
    /** What the receipt of a paid order says about the store. */
    receiptText: connection.prepare<[number], Omit<Receipt['store'], 'currency'>>(
      `SELECT r.name, r.address, r.tax_number AS taxNumber, r.header, r.footer, r.locale, r.time_zone AS timeZone
       FROM sales_order o JOIN receipt_text r ON r.id = o.receipt_text_id WHERE o.id = ?`,
    ),
    /** Whether this person took the payment, and no receipt was reprinted or saved as PDF since. */
    isUnissuedBy: connection
      .prepare<[{ id: number; accountId: number }], 1>(
        `SELECT 1 WHERE EXISTS (SELECT 1 FROM order_event
                                WHERE order_id = @id AND kind = 'paid' AND account_id = @accountId)
           AND NOT EXISTS (SELECT 1 FROM order_event WHERE order_id = @id AND kind = 'reprinted')
           AND NOT EXISTS (SELECT 1 FROM log_entry
                           WHERE entity = 'order' AND entity_id = @id AND action = 'sales.receiptPdf')`,
      )
      .pluck(),
  };
}

/** The statements that place, complete and advance an order, prepared once on the writing connection. */
export function prepareOrderWrites(tx: Tx) {
  return {
    ...prepareOrderReads(tx),
    customer: tx
      .prepare<[number], string>(
        'SELECT name FROM party WHERE id = ? AND is_customer = 1 AND deleted_at IS NULL',
      )
      .pluck(),
    freezeLine: tx.prepare<[number, number, number, number, number]>(
      'UPDATE sales_order_line SET gross_minor = ?, net_minor = ?, tax_minor = ?, cost_minor = ? WHERE id = ?',
    ),
    costLine: tx.prepare<[number, number]>('UPDATE sales_order_line SET cost_minor = ? WHERE id = ?'),
    save: tx.prepare<[OrderHead]>(
      `UPDATE sales_order SET life = @life, number = @number, channel_id = @channelId, location_id = @locationId,
         customer_id = @customerId, customer_name = @customerName, customer_email = @customerEmail,
         customer_phone = @customerPhone, billing_address = @billingAddress,
         shipping_address = @shippingAddress, note = @note, subtotal_minor = @subtotalMinor,
         discount_minor = @discountMinor, tax_minor = @taxMinor, shipping_minor = @shippingMinor,
         shipping_tax_rate_milli_percent = @shippingTaxRateMilliPercent, total_minor = @totalMinor,
         cash_rounding_minor = @cashRoundingMinor, paid_minor = @paidMinor, ordered_at = @orderedAt,
         paid_at = @paidAt, fulfilled_at = @fulfilledAt, sold_day = @soldDay,
         cancelled_at = @cancelledAt, cancel_reason = @cancelReason, cashier_name = @cashierName, till_name = @tillName,
         receipt_text_id = iif(@paidAt IS NULL, NULL, COALESCE(receipt_text_id, (SELECT max(id) FROM receipt_text))),
         version = @version
       WHERE id = @id`,
    ),
    addPayment: tx.prepare<
      [PaymentRow & { orderId: number; accountId: number; tillId: number; paidAt: number; day: string }]
    >(
      `INSERT INTO payment (order_id, tender_id, amount_minor, given_minor, change_minor, reference, account_id, till_id,
         paid_at, day)
       VALUES (@orderId, (SELECT id FROM tender WHERE kind = @kind ORDER BY position LIMIT 1), @amountMinor, @givenMinor, @changeMinor, @reference, @accountId, @tillId,
         @paidAt, @day)`,
    ),
    addEvent: tx.prepare<[NewEvent]>(
      `INSERT INTO order_event (order_id, kind, account_id, at, note)
       VALUES (@orderId, @kind, @accountId, @at, @note)`,
    ),
    /** All events of a counter sale in one statement. */
    addSaleEvents: tx.prepare<[Omit<NewEvent, 'kind' | 'note'>]>(
      `INSERT INTO order_event (order_id, kind, account_id, at)
       VALUES (@orderId, 'placed', @accountId, @at), (@orderId, 'paid', @accountId, @at),
         (@orderId, 'fulfilled', @accountId, @at)`,
    ),
  };
}
