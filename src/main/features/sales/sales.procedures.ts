import type { Database } from '#main/platform/database/database';
import type { Drawing } from '#main/platform/printing/drawing';
import type { PaperDrawings } from '#main/platform/printing/drawings';
import { pdfFile } from '#main/platform/printing/pdf-file';
import type { Procedures } from '#main/platform/rpc/procedures';
import { receiptPaper } from '#shared/documents/receipt';
import type { SalesServices } from './sales-services';

/** The calls of `sales`. */
export function salesProcedures(
  { sales: os }: Procedures,
  services: SalesServices & { drawing: Drawing<PaperDrawings> },
  { writes }: Database,
) {
  const { sales, ticketLists, orderLists, receiptLists, channelLists, drawing } = services;
  return os.router({
    currentTicket: os.currentTicket.handler(({ context: { ctx, reader } }) =>
      ticketLists.on(reader).current(ctx),
    ),
    scan: os.scan.handler(({ context: { ctx, tx }, input }) => sales.in(tx).tickets.scan(ctx, input)),
    addLine: os.addLine.handler(({ context: { ctx, tx }, input }) => sales.in(tx).tickets.add(ctx, input)),
    changeLine: os.changeLine.handler(({ context: { ctx, tx }, input }) =>
      sales.in(tx).tickets.change(ctx, input),
    ),
    voidLine: os.voidLine.handler(({ context: { ctx, tx }, input }) =>
      sales.in(tx).tickets.voidLine(ctx, input),
    ),
    noteTicket: os.noteTicket.handler(({ context: { ctx, tx }, input }) =>
      sales.in(tx).tickets.note(ctx, input),
    ),
    voidTicket: os.voidTicket.handler(({ context: { ctx, tx }, input }) => {
      sales.in(tx).tickets.voidTicket(ctx, input);
      return {};
    }),

    discountLine: os.discountLine.handler(({ context: { ctx, tx }, input }) =>
      sales.in(tx).ticketDiscounts.discountLine(ctx, input),
    ),
    overridePrice: os.overridePrice.handler(({ context: { ctx, tx }, input }) =>
      sales.in(tx).ticketDiscounts.overridePrice(ctx, input),
    ),
    discountTicket: os.discountTicket.handler(({ context: { ctx, tx }, input }) =>
      sales.in(tx).ticketDiscounts.discountTicket(ctx, input),
    ),

    parkTicket: os.parkTicket.handler(({ context: { ctx, tx }, input }) => {
      sales.in(tx).parking.park(ctx, input);
      return {};
    }),
    listParked: os.listParked.handler(({ context: { reader } }) => ticketLists.on(reader).parked()),
    recallTicket: os.recallTicket.handler(({ context: { ctx, tx }, input }) =>
      sales.in(tx).parking.recall(ctx, input),
    ),

    completeTicket: os.completeTicket.handler(({ context: { ctx, tx }, input }) =>
      sales.in(tx).checkout.complete(ctx, input),
    ),

    receipt: os.receipt.handler(({ context: { ctx, reader }, input }) =>
      receiptLists.on(reader).receipt(ctx, input),
    ),
    receiptPdf: os.receiptPdf.handler(async ({ context: { ctx }, input }) => {
      const receipt = await writes.run((tx) => sales.in(tx).receipts.issue(ctx, input));
      // Drawing takes longer than a unit of work may.
      const bytes = await drawing.run('paper.pdf', receiptPaper(receipt));
      return pdfFile(bytes, `receipt-${receipt.number}.pdf`);
    }),
    reprintReceipt: os.reprintReceipt.handler(({ context: { ctx, tx }, input }) =>
      sales.in(tx).receipts.reprint(ctx, input.orderId),
    ),

    placeOrder: os.placeOrder.handler(({ context: { ctx, tx }, input }) =>
      sales.in(tx).orders.place(ctx, input),
    ),
    listOrders: os.listOrders.handler(({ context: { reader }, input }) => orderLists.on(reader).list(input)),
    order: os.order.handler(({ context: { reader }, input }) => orderLists.on(reader).get(input.id)),
    payOrder: os.payOrder.handler(({ context: { ctx, tx }, input }) => sales.in(tx).orders.pay(ctx, input)),
    fulfilOrder: os.fulfilOrder.handler(({ context: { ctx, tx }, input }) =>
      sales.in(tx).orders.fulfil(ctx, input),
    ),
    cancelOrder: os.cancelOrder.handler(({ context: { ctx, tx }, input }) =>
      sales.in(tx).orders.cancel(ctx, input),
    ),

    listChannels: os.listChannels.handler(({ context: { reader } }) => channelLists.on(reader).list()),
    createChannel: os.createChannel.handler(({ context: { ctx, tx }, input }) =>
      sales.in(tx).channels.create(ctx, input),
    ),
    changeChannel: os.changeChannel.handler(({ context: { ctx, tx }, input }) =>
      sales.in(tx).channels.change(ctx, input),
    ),
  });
}
