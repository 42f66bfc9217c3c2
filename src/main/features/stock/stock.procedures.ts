import type { Procedures } from '#main/platform/rpc/procedures';
import type { StockServices } from './stock-services';

/** The calls of `stock`, but for what a scanned code means. */
export function stockProcedures(
  { stock: os }: Procedures,
  { locations, stock, batches, history }: StockServices,
) {
  return {
    listLocations: os.listLocations.handler(() => locations.list()),
    freeLocationBarcode: os.freeLocationBarcode.handler(({ input }) => ({
      barcode: locations.freeBarcode(input),
    })),
    createLocation: os.createLocation.handler(({ context: { ctx }, input }) => locations.create(ctx, input)),
    changeLocation: os.changeLocation.handler(({ context: { ctx }, input }) => locations.change(ctx, input)),
    setSellingPlace: os.setSellingPlace.handler(({ context: { ctx }, input }) =>
      locations.setSellingPlace(ctx, input.id),
    ),
    closeLocation: os.closeLocation.handler(({ context: { ctx }, input }) => locations.close(ctx, input.id)),
    reopenLocation: os.reopenLocation.handler(({ context: { ctx }, input }) =>
      locations.reopen(ctx, input.id),
    ),
    deleteLocation: os.deleteLocation.handler(async ({ context: { ctx }, input }) => {
      await locations.delete(ctx, input.id);
      return {};
    }),

    listEntries: os.listEntries.handler(({ context: { ctx }, input }) => stock.listEntries(ctx, input)),
    addEntry: os.addEntry.handler(({ context: { ctx }, input }) => stock.addEntry(ctx, input)),
    removeEntry: os.removeEntry.handler(({ context: { ctx }, input }) => {
      stock.removeEntry(ctx, input.id);
      return {};
    }),
    receive: os.receive.handler(({ context: { ctx }, input }) => stock.receive(ctx, input)),
    adjust: os.adjust.handler(({ context: { ctx }, input }) => stock.adjust(ctx, input)),
    waste: os.waste.handler(({ context: { ctx }, input }) => stock.waste(ctx, input)),

    listBatches: os.listBatches.handler(({ context: { ctx }, input }) => batches.list(ctx, input)),
    changeBatch: os.changeBatch.handler(({ context: { ctx }, input }) => batches.change(ctx, input)),

    history: os.history.handler(({ context: { ctx }, input }) => history.page(ctx, input)),
    exportHistory: os.exportHistory.handler(({ context: { ctx }, input }) => history.export(ctx, input)),
  };
}
