import type { Procedures } from '#main/platform/rpc/procedures';
import type { SalesServices } from './sales-services';

/** The calls of `sales`. */
export function salesProcedures({ sales }: Procedures, services: SalesServices) {
  const { tickets, ticketDiscounts, parking, checkout, orders, receipts, channels } = services;
  return sales.router({
    currentTicket: sales.currentTicket.handler(({ context: { ctx } }) => tickets.current(ctx)),
    scan: sales.scan.handler(({ context: { ctx }, input }) => tickets.scan(ctx, input)),
    addLine: sales.addLine.handler(({ context: { ctx }, input }) => tickets.add(ctx, input)),
    changeLine: sales.changeLine.handler(({ context: { ctx }, input }) => tickets.change(ctx, input)),
    voidLine: sales.voidLine.handler(({ context: { ctx }, input }) => tickets.voidLine(ctx, input)),
    noteTicket: sales.noteTicket.handler(({ context: { ctx }, input }) => tickets.note(ctx, input)),
    voidTicket: sales.voidTicket.handler(({ context: { ctx }, input }) => {
      tickets.voidTicket(ctx, input);
      return {};
    }),

    discountLine: sales.discountLine.handler(({ context: { ctx }, input }) =>
      ticketDiscounts.discountLine(ctx, input),
    ),
    overridePrice: sales.overridePrice.handler(({ context: { ctx }, input }) =>
      ticketDiscounts.overridePrice(ctx, input),
    ),
    discountTicket: sales.discountTicket.handler(({ context: { ctx }, input }) =>
      ticketDiscounts.discountTicket(ctx, input),
    ),

    parkTicket: sales.parkTicket.handler(({ context: { ctx }, input }) => {
      parking.park(ctx, input);
      return {};
    }),
    listParked: sales.listParked.handler(() => parking.list()),
    recallTicket: sales.recallTicket.handler(({ context: { ctx }, input }) => parking.recall(ctx, input)),

    completeTicket: sales.completeTicket.handler(({ context: { ctx }, input }) =>
      checkout.complete(ctx, input),
    ),
    previewPayment: sales.previewPayment.handler(({ context: { ctx }, input }) =>
      checkout.preview(ctx, input),
    ),

    receipt: sales.receipt.handler(({ input }) => receipts.copy(input.orderId)),
    findReceipt: sales.findReceipt.handler(({ input }) => receipts.find(input.text)),
    receiptPdf: sales.receiptPdf.handler(({ context: { ctx }, input }) => receipts.pdf(ctx, input)),
    reprintReceipt: sales.reprintReceipt.handler(({ context: { ctx }, input }) =>
      receipts.reprint(ctx, input.orderId),
    ),

    placeOrder: sales.placeOrder.handler(({ context: { ctx }, input }) => orders.place(ctx, input)),
    listOrders: sales.listOrders.handler(({ input }) => orders.list(input)),
    order: sales.order.handler(({ input }) => orders.get(input.id)),
    payOrder: sales.payOrder.handler(({ context: { ctx }, input }) => orders.pay(ctx, input)),
    fulfilOrder: sales.fulfilOrder.handler(({ context: { ctx }, input }) => orders.fulfil(ctx, input)),
    cancelOrder: sales.cancelOrder.handler(({ context: { ctx }, input }) => orders.cancel(ctx, input)),

    listChannels: sales.listChannels.handler(() => channels.list()),
    createChannel: sales.createChannel.handler(({ context: { ctx }, input }) => channels.create(ctx, input)),
    changeChannel: sales.changeChannel.handler(({ context: { ctx }, input }) => channels.change(ctx, input)),
  });
}
