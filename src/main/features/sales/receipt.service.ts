import type { SettingsService } from '#main/features/settings/index';
import type { Ctx } from '#main/platform/ctx';
import type { StoreLog } from '#main/platform/log/store-log';
import type { ParsedInputs } from '#shared/contract/index';
import type { Receipt } from '#shared/contract/sales-documents';
import type { OrderBook } from './order-book';
import { assertPaid, receiptOf } from './receipt-document';

interface Needs {
  orders: OrderBook;
  settings: SettingsService;
  audit: StoreLog;
}

/** Issues receipts; each one is recorded. */
export class ReceiptService {
  readonly #needs: Needs;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /** Records on the order's timeline and in the store log that its receipt was reprinted. @throws NOT_FOUND */
  reprint(ctx: Ctx, orderId: number): Receipt {
    const { orders, settings, audit } = this.#needs;
    const order = assertPaid(orders.find(orderId));
    orders.addEvents(ctx, orderId, ['reprinted']);
    audit.record(ctx, { entity: 'order', entityId: orderId, label: order.number });
    return receiptOf(order, orders.storeOnReceipt(orderId, settings.current), true);
  }

  /**
   * The receipt to save. Only the person who took the money gets the original, once, right after the sale; any later
   * one is marked as a copy, whatever was requested. The store log records each one, the order's timeline each copy.
   * @throws NOT_FOUND
   */
  issue(ctx: Ctx, { orderId, copy }: ParsedInputs['sales']['receiptPdf']): Receipt {
    const { orders, settings, audit } = this.#needs;
    const order = assertPaid(orders.find(orderId));
    const isCopy = copy || !orders.mayBeOriginal(ctx, order);
    if (isCopy) orders.addEvents(ctx, orderId, ['reprinted']);
    audit.record(ctx, { entity: 'order', entityId: orderId, label: order.number });
    return receiptOf(order, orders.storeOnReceipt(orderId, settings.current), isCopy);
  }
}
