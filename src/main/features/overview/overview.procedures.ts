import type { Procedures } from '#main/platform/rpc/procedures';
import type { OnReader } from '#main/platform/work/connections';
import type { OverviewService } from './overview.service';
import type { OverviewPrintService } from './overview-print.service';

interface Needs {
  overview: OnReader<OverviewService>;
  overviewPrints: OnReader<OverviewPrintService>;
}

/** The calls for the overview of stock, for people who may read its reports. */
export function overviewProcedures({ overview: os }: Procedures, { overview, overviewPrints }: Needs) {
  return os.router({
    figures: os.figures.handler(({ context: { ctx, reader } }) => overview.on(reader).figures(ctx)),
    categories: os.categories.handler(({ context: { ctx, reader }, input }) =>
      overview.on(reader).categories(ctx, input.categoryId),
    ),
    locations: os.locations.handler(({ context: { ctx, reader } }) => overview.on(reader).locations(ctx)),
    products: os.products.handler(({ context: { ctx, reader }, input }) =>
      overview.on(reader).products(ctx, input),
    ),
    low: os.low.handler(({ context: { ctx, reader }, input }) => overview.on(reader).low(ctx, input)),
    expiring: os.expiring.handler(({ context: { ctx, reader }, input }) =>
      overview.on(reader).expiring(ctx, input),
    ),
    pdf: os.pdf.handler(({ context: { ctx, reader }, input }) => overviewPrints.on(reader).pdf(ctx, input)),
  });
}
