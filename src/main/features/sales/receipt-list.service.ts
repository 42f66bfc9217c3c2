import type { SettingsService } from '#main/features/settings/index';
import type { Reader } from '#main/platform/work/connections';
import type { Receipt } from '#shared/contract/sales-documents';
import { prepareOrderReads } from './order.queries';
import { assertPaid, originalStore, receiptOf } from './receipt-document';

/** Receipts of paid orders, built from the order as stored. */
export class ReceiptListService {
  readonly #reads;
  readonly #settings: SettingsService;

  constructor(reader: Reader, settings: SettingsService) {
    this.#reads = prepareOrderReads(reader);
    this.#settings = settings;
  }

  /** The receipt as a copy. @throws NOT_FOUND, also for an unpaid order. */
  copy(orderId: number): Receipt {
    const order = assertPaid(this.#reads.order(orderId));
    const store = originalStore(this.#reads.receiptText.get(orderId), this.#settings.current.currency);
    return receiptOf(order, store, true);
  }
}
