import type { Procedures } from '#main/platform/rpc/procedures';
import type { AlertsServices } from './alerts-services';

/** The calls of `alerts`. */
export function alertsProcedures(
  { alerts: os }: Procedures,
  { alertLists, alertsSeen, locationThresholds, locationThresholdLists }: AlertsServices,
) {
  return os.router({
    list: os.list.handler(({ context: { ctx, reader }, input }) => alertLists.on(reader).page(ctx, input)),
    unread: os.unread.handler(({ context: { ctx, reader } }) => alertLists.on(reader).unread(ctx)),
    markSeen: os.markSeen.handler(({ context: { ctx, tx }, input }) => {
      alertsSeen.in(tx).mark(ctx, input);
      return {};
    }),
    listLocationThresholds: os.listLocationThresholds.handler(({ context: { reader }, input }) =>
      locationThresholdLists.on(reader).ofProduct.all(input.productId),
    ),
    setLocationThreshold: os.setLocationThreshold.handler(({ context: { ctx, tx }, input }) =>
      locationThresholds.in(tx).set(ctx, input),
    ),
  });
}
