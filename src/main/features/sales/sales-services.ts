import type { ProductService } from '#main/features/catalogue/index';
import type { CodeResolver } from '#main/features/scanning/index';
import type { SettingsService } from '#main/features/settings/index';
import type { StockLedger } from '#main/features/stock/index';
import type { NumberService } from '#main/features/tills/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Database } from '#main/platform/database/database';
import type { StoreLog } from '#main/platform/log/store-log';
import type { InUnit, Tx } from '#main/platform/work/connections';
import { ChannelEntity } from './channel.entity';
import { channelQueries } from './channel.queries';
import { ChannelService } from './channel.service';
import { CheckoutService } from './checkout.service';
import { ExpiredLines } from './expired-lines';
import { OrderService } from './order.service';
import { OrderBook } from './order-book';
import { OrderListService } from './order-list.service';
import { ParkingService } from './parking.service';
import { ReceiptService } from './receipt.service';
import { ReceiptListService } from './receipt-list.service';
import { TicketService } from './ticket.service';
import { TicketAmounts } from './ticket-amounts';
import { TicketDiscountService } from './ticket-discount.service';
import { TicketListService } from './ticket-list.service';
import { TicketStore } from './ticket-store';

interface Needs {
  database: Database;
  settings: SettingsService;
  products: InUnit<ProductService>;
  codes: InUnit<CodeResolver>;
  ledger: InUnit<StockLedger>;
  numbers: InUnit<NumberService>;
  audit: InUnit<StoreLog>;
  changes: ChangeFeed;
}

/** Creates the services of the sales feature. `sales` holds those that write, the others read. */
export function createSales(needs: Needs) {
  const { database, settings } = needs;
  return {
    sales: database.inUnits((tx) => createSelling(tx, needs)),
    ticketLists: database.onReader((reader) => new TicketListService(reader, settings)),
    orderLists: database.onReader((reader) => new OrderListService(reader, settings)),
    receiptLists: database.onReader((reader) => new ReceiptListService(reader, settings)),
    channelLists: database.onReader((reader) => channelQueries(reader)),
  };
}

function createSelling(tx: Tx, { database, settings, changes, ...others }: Needs) {
  const needs = {
    settings,
    changes,
    products: others.products.in(tx),
    ledger: others.ledger.in(tx),
    audit: others.audit.in(tx),
  };
  const tickets = new TicketStore(tx);
  const amounts = new TicketAmounts({ ...needs, tickets });
  const expired = new ExpiredLines(tx, settings);
  const orders = new OrderBook(tx, others.numbers.in(tx));
  const channels = new ChannelService(tx, {
    ...needs,
    repository: database.repository(tx, ChannelEntity),
  });
  return {
    tickets: new TicketService({ ...needs, codes: others.codes.in(tx), tickets, amounts, expired }),
    ticketDiscounts: new TicketDiscountService({ ...needs, tickets, amounts, expired }),
    parking: new ParkingService({ ...needs, tickets, expired }),
    checkout: new CheckoutService({ ...needs, tickets, orders }),
    orders: new OrderService(tx, { ...needs, tickets, orders, channels }),
    receipts: new ReceiptService({ ...needs, orders }),
    channels,
  };
}

export type SalesServices = ReturnType<typeof createSales>;
