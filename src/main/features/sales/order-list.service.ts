import type { SettingsService } from '#main/features/settings/index';
import type { Reader } from '#main/platform/work/connections';
import type { Outputs, ParsedInputs } from '#shared/contract/index';
import type { Order } from '#shared/contract/sales-documents';
import { instantsOf } from '#shared/kernel/time';
import { OrderList } from './order-list.queries';
import { OrderView } from './order-view';

/** Read access to orders. */
export class OrderListService {
  readonly #view: OrderView;
  readonly #list: OrderList;
  readonly #settings: SettingsService;

  constructor(reader: Reader, settings: SettingsService) {
    this.#view = new OrderView(reader);
    this.#list = new OrderList(reader);
    this.#settings = settings;
  }

  /** @throws NOT_FOUND */
  get(id: number): Order {
    return this.#view.get(id, this.#settings.current.cashStepMinor);
  }

  /** Orders, newest first; days are in the store's time zone, both inclusive. */
  list({
    from,
    to,
    offset,
    limit,
    ...filter
  }: ParsedInputs['sales']['listOrders']): Outputs['sales']['listOrders'] {
    const { timeZone } = this.#settings.current;
    const chosen = { ...filter, channelId: filter.channelId, ...instantsOf({ from, to }, timeZone) };
    return this.#list.page(chosen, { offset, limit });
  }
}
