import { type NumberService, TillQueries } from '#main/features/tills/index';
import type { Ctx } from '#main/platform/ctx';
import type { Tx } from '#main/platform/work/connections';
import { refuse } from '#shared/contract/refusals';
import type { Receipt } from '#shared/contract/sales-documents';
import type { Settings } from '#shared/contract/settings';
import { sumMinor } from '#shared/kernel/money';
import { dayOf } from '#shared/kernel/time';
import { adjustmentWrites } from './adjustment.queries';
import type { OpenTicket } from './open-ticket';
import {
  type EventKind,
  type OrderDetails,
  type OrderLineRow,
  type OrderRecord,
  prepareOrderWrites,
} from './order.queries';
import { freeze } from './order-amounts';
import { mayBeOriginal, originalStore } from './receipt-document';
import { paymentsOf, type Tenders } from './tendering';

/**
 * Writes orders: numbers, frozen lines, payments and timeline. Everything here runs inside a unit of work, so
 * that a number is never assigned without its order.
 */
export class OrderBook {
  readonly #sql;
  readonly #adjustments;
  readonly #numbers: NumberService;
  readonly #tills: TillQueries;

  constructor(tx: Tx, numbers: NumberService) {
    this.#sql = prepareOrderWrites(tx);
    this.#adjustments = adjustmentWrites(tx);
    this.#numbers = numbers;
    this.#tills = new TillQueries(tx);
  }

  /** An order that has its number; undefined for an open ticket or an unknown id. */
  find(id: number): OrderRecord | undefined {
    return this.#sql.order(id);
  }

  /** @throws NOT_FOUND */
  get(id: number): OrderRecord {
    const order = this.find(id);
    if (!order) throw refuse('NOT_FOUND', { what: 'order' });
    return order;
  }

  /**
   * Assigns the till's next number to a ticket and freezes its amounts. Only the number is written here;
   * {@link keepLines} and {@link save} write the rest.
   */
  number(ctx: Ctx, { row, lines }: OpenTicket, locationId: number, details: OrderDetails): OrderRecord {
    const till = this.#tills.byId(row.tillId);
    const { id, version, tillId, accountId, pricesIncludeTax, taxRounding, createdAt } = row;
    return {
      id,
      version: version + 1,
      life: 'placed',
      number: this.#numbers.nextOrder(till),
      tillId,
      tillName: till.name,
      accountId,
      cashierName: ctx.account.name,
      locationId,
      pricesIncludeTax,
      taxRounding,
      createdAt,
      ...details,
      ...freeze({ row, lines }, details),
      cashRoundingMinor: 0,
      paidMinor: 0,
      paidAt: null,
      fulfilledAt: null,
      soldDay: null,
      cancelledAt: null,
      cancelReason: '',
      payments: [],
    };
  }

  /** The name of a customer on file. @throws NOT_FOUND */
  customerName(id: number): string {
    const name = this.#sql.customer.get(id);
    if (name === undefined) throw refuse('NOT_FOUND', { what: 'customer' });
    return name;
  }

  /** Writes the frozen amounts of the lines and their discounts. This is possible only while the ticket is open. */
  keepLines({ id: orderId, lines }: OrderRecord): void {
    for (const line of lines) {
      this.#sql.freezeLine.run(line.grossMinor, line.netMinor, line.taxMinor, line.costMinor, line.id);
      this.#keepDiscounts(orderId, line);
    }
    const ticketDiscountMinor = sumMinor(lines.map((line) => line.ticketDiscountMinor));
    if (ticketDiscountMinor !== 0) this.#adjustments.setTicketAmount.run(ticketDiscountMinor, orderId);
  }

  /** Writes the cost of the goods once they have left. */
  keepCosts({ lines }: OrderRecord): void {
    for (const line of lines) this.#sql.costLine.run(line.costMinor, line.id);
  }

  save({ lines: _lines, payments: _payments, ...head }: OrderRecord): void {
    this.#sql.save.run(head);
  }

  /** What the receipt of a paid order says about the store: the same on each copy as on the original. */
  storeOnReceipt(id: number, { currency }: Pick<Settings, 'currency'>): Receipt['store'] {
    return originalStore(this.#sql.receiptText.get(id), currency);
  }

  /** Whether a receipt can still be the original. */
  mayBeOriginal(ctx: Ctx, order: OrderRecord): boolean {
    return mayBeOriginal(this.#sql, ctx, order);
  }

  /** Adds events to the order's timeline. */
  addEvents(ctx: Ctx, orderId: number, kinds: readonly EventKind[], note = ''): void {
    for (const kind of kinds) {
      this.#sql.addEvent.run({ orderId, kind, accountId: ctx.account.id, at: ctx.now, note });
    }
  }

  /** Adds all events of a counter sale to its timeline. */
  addSaleEvents(ctx: Ctx, orderId: number): void {
    this.#sql.addSaleEvents.run({ orderId, accountId: ctx.account.id, at: ctx.now });
  }

  /**
   * Takes the payment for an order, in full.
   * @returns the order as paid, for {@link save} to write
   * @throws CARD_TOO_MUCH, PAID_TOO_LITTLE.
   */
  takeMoney(ctx: Ctx, order: OrderRecord, tenders: Tenders, settings: Settings): OrderRecord {
    const { cashRoundingMinor, payments } = paymentsOf(order.totalMinor, tenders, settings.cashStepMinor);
    this.#keepPayments(ctx, order.id, payments, settings);
    return {
      ...order,
      cashRoundingMinor,
      paidMinor: order.totalMinor + cashRoundingMinor,
      paidAt: ctx.now,
      payments,
    };
  }

  /**
   * Refunds exactly what was paid, on the same tenders.
   * @returns the order with nothing paid, for {@link save} to write
   */
  refundPayments(ctx: Ctx, order: OrderRecord, settings: Settings): OrderRecord {
    const refunds = order.payments
      .filter((payment) => payment.amountMinor !== 0)
      .map((payment) => ({
        ...payment,
        amountMinor: -payment.amountMinor,
        givenMinor: -payment.amountMinor,
        changeMinor: 0,
      }));
    this.#keepPayments(ctx, order.id, refunds, settings);
    const payments = [...order.payments, ...refunds];
    return { ...order, payments, paidMinor: sumMinor(payments.map((payment) => payment.amountMinor)) };
  }

  #keepDiscounts(orderId: number, line: OrderLineRow): void {
    const { id, standingDiscountMinor, lineDiscountMinor, ticketDiscountMinor } = line;
    if (standingDiscountMinor !== 0) this.#adjustments.setAmount.run(standingDiscountMinor, id, 'standing');
    if (lineDiscountMinor !== 0) this.#adjustments.setAmount.run(lineDiscountMinor, id, 'line');
    if (ticketDiscountMinor === 0) return;
    const share = { milliPercent: null, valueMinor: null, approvedById: null, approvedMinor: null };
    const amountMinor = ticketDiscountMinor;
    this.#adjustments.setOfLine.run({ orderId, lineId: id, kind: 'ticket share', ...share, amountMinor });
  }

  #keepPayments(ctx: Ctx, orderId: number, payments: OrderRecord['payments'], settings: Settings): void {
    const day = dayOf(ctx.now, settings.timeZone);
    const origin = { orderId, accountId: ctx.account.id, tillId: ctx.tillId, paidAt: ctx.now, day };
    for (const payment of payments) this.#sql.addPayment.run({ ...payment, ...origin });
  }
}
