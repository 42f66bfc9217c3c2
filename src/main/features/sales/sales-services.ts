import type { AuditService } from '#main/features/audit/index';
import type { ProductService } from '#main/features/catalogue/index';
import type { SettingsService } from '#main/features/settings/index';
import type { StockLedger } from '#main/features/stock/index';
import type { NumberService } from '#main/features/tills/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Database } from '#main/platform/database/database';
import { ChannelService } from './channel.service';
import { CheckoutService } from './checkout.service';
import { ExpiredLines } from './expired-lines';
import { Journal } from './journal';
import { OrderService } from './order.service';
import { OrderBook } from './order-book';
import { ParkingService } from './parking.service';
import { ReceiptService } from './receipt.service';
import { SalesSummaryService } from './sales-summary.service';
import { TicketService } from './ticket.service';
import { TicketAmounts } from './ticket-amounts';
import { TicketDiscountService } from './ticket-discount.service';
import { TicketStore } from './ticket-store';

interface Needs {
  database: Database;
  settings: SettingsService;
  products: ProductService;
  ledger: StockLedger;
  numbers: NumberService;
  audit: AuditService;
  changes: ChangeFeed;
}

/** The services of the sales feature, put together. */
export function createSales(needs: Needs) {
  const { handle } = needs.database;
  const tickets = new TicketStore(handle);
  const amounts = new TicketAmounts({ ...needs, tickets });
  const expired = new ExpiredLines(handle, needs.settings);
  const summary = new SalesSummaryService(handle);
  const orders = new OrderBook(handle, summary, needs.numbers);
  const journal = new Journal(handle);
  const channels = new ChannelService(needs);
  return {
    tickets: new TicketService({ ...needs, tickets, amounts, expired }),
    ticketDiscounts: new TicketDiscountService({ ...needs, tickets, amounts, expired }),
    parking: new ParkingService({ ...needs, tickets, expired }),
    checkout: new CheckoutService({ ...needs, tickets, orders, journal, summary }),
    orders: new OrderService({ ...needs, tickets, orders, channels, journal, summary }),
    receipts: new ReceiptService({ ...needs, orders }),
    channels,
  };
}

export type SalesServices = ReturnType<typeof createSales>;
