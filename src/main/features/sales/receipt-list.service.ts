import type { SettingsService } from '#main/features/settings/index';
import type { Ctx } from '#main/platform/ctx';
import type { Reader } from '#main/platform/work/connections';
import type { ParsedInputs } from '#shared/contract/index';
import type { Receipt } from '#shared/contract/sales-documents';
import { prepareOrderReads } from './order.queries';
import { assertPaid, mayBeOriginal, originalStore, receiptOf } from './receipt-document';

/** Receipts of paid orders, built from the order as stored. */
export class ReceiptListService {
  readonly #reads;
  readonly #settings: SettingsService;

  constructor(reader: Reader, settings: SettingsService) {
    this.#reads = prepareOrderReads(reader);
    this.#settings = settings;
  }

  /**
   * The receipt of a paid order: a copy if one is wanted, or once the original was issued.
   * @throws NOT_FOUND, also for an unpaid order.
   */
  receipt(ctx: Ctx, { orderId, copy }: ParsedInputs['sales']['receipt']): Receipt {
    const order = assertPaid(this.#reads.order(orderId));
    const store = originalStore(this.#reads.receiptText.get(orderId), this.#settings.current.currency);
    return receiptOf(order, store, copy || !mayBeOriginal(this.#reads, ctx, order));
  }
}
