import type { SettingsService } from '#main/features/settings/index';
import type { Reader } from '#main/platform/work/connections';
import { refuse } from '#shared/contract/refusals';
import type { OrderRow, Receipt } from '#shared/contract/sales-documents';
import { prepareOrderReads } from './order.queries';
import { OrderList } from './order-list.queries';
import { assertPaid, numberOfText, receiptOf } from './receipt-document';

/** Receipts of what was paid, made from the order as it was kept. */
export class ReceiptListService {
  readonly #reads;
  readonly #rows: OrderList;
  readonly #settings: SettingsService;

  constructor(reader: Reader, settings: SettingsService) {
    this.#reads = prepareOrderReads(reader);
    this.#rows = new OrderList(reader);
    this.#settings = settings;
  }

  /** The receipt as a copy. @throws NOT_FOUND, also for an order that nobody paid yet. */
  copy(orderId: number): Receipt {
    return receiptOf(assertPaid(this.#reads.order(orderId)), this.#settings.current, true);
  }

  /** The order that a receipt's barcode or number stands for. @throws NOT_FOUND */
  find(text: string): OrderRow {
    const id = this.#reads.idOfNumber.get(numberOfText(text));
    const row = id === undefined ? undefined : this.#rows.row(id);
    if (!row) throw refuse('NOT_FOUND', { what: 'receipt' });
    return row;
  }
}
