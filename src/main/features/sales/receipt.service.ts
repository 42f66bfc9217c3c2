import type { AuditService } from '#main/features/audit/index';
import type { SettingsService } from '#main/features/settings/index';
import type { Ctx } from '#main/platform/ctx';
import type { Database } from '#main/platform/database/database';
import type { Outputs, ParsedInputs } from '#shared/contract/index';
import { refuse } from '#shared/contract/refusals';
import type { OrderRow, Receipt } from '#shared/contract/sales-documents';
import { type OrderRecord, prepareOrderReads } from './order.queries';
import type { OrderBook } from './order-book';
import { OrderList } from './order-list.queries';
import { numberOfText, receiptOf } from './receipt-document';
import { receiptPdf } from './receipt-pdf';

interface Needs {
  database: Database;
  orders: OrderBook;
  settings: SettingsService;
  audit: AuditService;
}

/** Receipts of what was paid, made from the order as it was kept. */
export class ReceiptService {
  readonly #needs: Needs;
  readonly #reads;
  readonly #rows: OrderList;

  constructor(needs: Needs) {
    this.#needs = needs;
    this.#reads = prepareOrderReads(needs.database.reader);
    this.#rows = new OrderList(needs.database.reader);
  }

  /** The receipt as a copy. @throws NOT_FOUND, also for an order that nobody paid yet. */
  copy(orderId: number): Receipt {
    return receiptOf(paid(this.#reads.order(orderId)), this.#needs.settings.current, true);
  }

  /** The order that a receipt's barcode or number stands for. @throws NOT_FOUND */
  find(text: string): OrderRow {
    const id = this.#reads.idOfNumber.get(numberOfText(text));
    const row = id === undefined ? undefined : this.#rows.row(id);
    if (!row) throw refuse('NOT_FOUND', { what: 'receipt' });
    return row;
  }

  /** Notes on the order's timeline and in the audit that its receipt was printed again. @throws NOT_FOUND */
  reprint(ctx: Ctx, orderId: number): Receipt {
    const { orders, settings, audit } = this.#needs;
    const order = paid(orders.find(orderId));
    orders.addEvents(ctx, orderId, ['reprinted']);
    audit.record(ctx, { entity: 'order', entityId: orderId, label: order.number });
    return receiptOf(order, settings.current, true);
  }

  /**
   * The receipt as PDF. Only the person who took the money gets the original, once, right after the sale; any later one
   * says that it is a copy, whatever was asked for. The audit notes each, and the order's timeline each copy.
   * @throws NOT_FOUND
   */
  async pdf(
    ctx: Ctx,
    { orderId, copy }: ParsedInputs['sales']['receiptPdf'],
  ): Promise<Outputs['sales']['receiptPdf']> {
    // Setting the text takes longer than a unit of work may.
    const receipt = await this.#needs.database.writes.run(() => this.#handOut(ctx, orderId, copy));
    const bytes = await receiptPdf(receipt);
    return { fileName: `receipt-${receipt.number}.pdf`, base64: bytes.toString('base64') };
  }

  #handOut(ctx: Ctx, orderId: number, copy: boolean): Receipt {
    const { orders, settings, audit } = this.#needs;
    const order = paid(orders.find(orderId));
    const isCopy = copy || !orders.mayBeOriginal(ctx, order);
    if (isCopy) orders.addEvents(ctx, orderId, ['reprinted']);
    audit.record(ctx, { entity: 'order', entityId: orderId, label: order.number });
    return receiptOf(order, settings.current, isCopy);
  }
}

function paid(order: OrderRecord | undefined): OrderRecord {
  if (!order || order.paidAt === null) throw refuse('NOT_FOUND', { what: 'receipt' });
  return order;
}
