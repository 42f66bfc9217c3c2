/** The part of `sales` that the rest of the main process uses. */

export type { CheckoutService } from './checkout.service';
export { salesEntities } from './entities';
export type { OrderService } from './order.service';
export { orderNumbersOn } from './order-numbers';
export type { ParkingService } from './parking.service';
export { salesProcedures } from './sales.procedures';
export { createSales } from './sales-services';
export type { TicketService } from './ticket.service';
export type { TicketDiscountService } from './ticket-discount.service';
