import type { Procedures } from '#main/platform/rpc/procedures';
import type { AlertsServices } from './alerts-services';

/** The calls of `alerts`. */
export function alertsProcedures(
  { alerts: os }: Procedures,
  { alertLists, locationThresholds }: Pick<AlertsServices, 'alertLists' | 'locationThresholds'>,
) {
  return os.router({
    list: os.list.handler(({ context: { ctx }, input }) => alertLists.page(ctx, input)),
    unread: os.unread.handler(({ context: { ctx } }) => alertLists.unread(ctx)),
    markSeen: os.markSeen.handler(({ context: { ctx }, input }) => {
      alertLists.markSeen(ctx, input);
      return {};
    }),
    listLocationThresholds: os.listLocationThresholds.handler(({ input }) =>
      locationThresholds.ofProduct(input.productId),
    ),
    setLocationThreshold: os.setLocationThreshold.handler(({ context: { ctx }, input }) =>
      locationThresholds.set(ctx, input),
    ),
  });
}
