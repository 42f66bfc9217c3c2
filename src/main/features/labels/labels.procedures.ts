import type { Procedures } from '#main/platform/rpc/procedures';
import type { LabelService } from './label.service';

/** The calls for labels. */
export function labelsProcedures(procedures: Procedures, labels: LabelService) {
  const os = procedures.labels;
  return os.router({
    items: os.items.handler(({ context: { ctx }, input }) => labels.items(ctx, input)),
    draw: os.draw.handler(({ context: { ctx }, input }) => labels.draw(ctx, input)),
    pdf: os.pdf.handler(({ context: { ctx }, input }) => labels.pdf(ctx, input)),
  });
}
