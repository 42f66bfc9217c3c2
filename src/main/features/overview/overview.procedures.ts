import type { Procedures } from '#main/platform/rpc/procedures';
import type { OverviewService } from './overview.service';
import type { OverviewPrintService } from './overview-print.service';

interface Needs {
  overview: OverviewService;
  overviewPrints: OverviewPrintService;
}

/** The overview of stock, for those who read its reports. */
export function overviewProcedures({ overview }: Procedures, { overview: service, overviewPrints }: Needs) {
  return overview.router({
    figures: overview.figures.handler(({ context: { ctx } }) => service.figures(ctx)),
    categories: overview.categories.handler(({ context: { ctx }, input }) =>
      service.categories(ctx, input.categoryId),
    ),
    locations: overview.locations.handler(({ context: { ctx } }) => service.locations(ctx)),
    products: overview.products.handler(({ context: { ctx }, input }) => service.products(ctx, input)),
    low: overview.low.handler(({ context: { ctx }, input }) => service.low(ctx, input)),
    expiring: overview.expiring.handler(({ context: { ctx }, input }) => service.expiring(ctx, input)),
    pdf: overview.pdf.handler(({ context: { ctx }, input }) => overviewPrints.pdf(ctx, input)),
  });
}
