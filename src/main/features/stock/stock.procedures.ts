import type { Procedures } from '#main/platform/rpc/procedures';
import type { StockServices } from './stock-services';

/** The calls of `stock`, except looking up scanned codes. */
export function stockProcedures(
  { stock: os }: Procedures,
  { locations, locationLists, stock, entryLists, batches, batchLists, history }: StockServices,
) {
  return {
    listLocations: os.listLocations.handler(({ context: { reader } }) => locationLists.on(reader).list()),
    freeLocationBarcode: os.freeLocationBarcode.handler(({ context: { reader }, input }) => ({
      barcode: locationLists.on(reader).freeBarcode(input),
    })),
    createLocation: os.createLocation.handler(({ context: { ctx, tx }, input }) =>
      locations.in(tx).create(ctx, input),
    ),
    changeLocation: os.changeLocation.handler(({ context: { ctx, tx }, input }) =>
      locations.in(tx).change(ctx, input),
    ),
    setSellingLocation: os.setSellingLocation.handler(({ context: { ctx, tx }, input }) =>
      locations.in(tx).setSellingLocation(ctx, input.id),
    ),
    closeLocation: os.closeLocation.handler(({ context: { ctx, tx }, input }) =>
      locations.in(tx).close(ctx, input.id),
    ),
    reopenLocation: os.reopenLocation.handler(({ context: { ctx, tx }, input }) =>
      locations.in(tx).reopen(ctx, input.id),
    ),
    deleteLocation: os.deleteLocation.handler(async ({ context: { ctx, tx }, input }) => {
      await locations.in(tx).delete(ctx, input.id);
      return {};
    }),

    listEntries: os.listEntries.handler(({ context: { ctx, reader }, input }) =>
      entryLists.on(reader).list(ctx, input),
    ),
    addEntry: os.addEntry.handler(({ context: { ctx, tx }, input }) => stock.in(tx).addEntry(ctx, input)),
    removeEntry: os.removeEntry.handler(({ context: { ctx, tx }, input }) => {
      stock.in(tx).removeEntry(ctx, input.id);
      return {};
    }),
    receive: os.receive.handler(({ context: { ctx, tx }, input }) => stock.in(tx).receive(ctx, input)),
    adjust: os.adjust.handler(({ context: { ctx, tx }, input }) => stock.in(tx).adjust(ctx, input)),
    waste: os.waste.handler(({ context: { ctx, tx }, input }) => stock.in(tx).waste(ctx, input)),

    listBatches: os.listBatches.handler(({ context: { ctx, reader }, input }) =>
      batchLists.on(reader).list(ctx, input),
    ),
    changeBatch: os.changeBatch.handler(({ context: { ctx, tx }, input }) =>
      batches.in(tx).change(ctx, input),
    ),

    history: os.history.handler(({ context: { ctx }, input }) => history.page(ctx, input)),
    exportHistory: os.exportHistory.handler(({ context: { ctx }, input }) => history.export(ctx, input)),
  };
}
