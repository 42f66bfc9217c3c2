import type { Procedures } from '#main/platform/rpc/procedures';
import type { OnReader } from '#main/platform/work/connections';
import type { LabelService } from './label.service';

/** The calls for labels. */
export function labelsProcedures({ labels: os }: Procedures, labels: OnReader<LabelService>) {
  return os.router({
    items: os.items.handler(({ context: { ctx, reader }, input }) => labels.on(reader).items(ctx, input)),
    draw: os.draw.handler(({ context: { ctx, reader }, input }) => labels.on(reader).draw(ctx, input)),
    pdf: os.pdf.handler(({ context: { ctx, reader }, input }) => labels.on(reader).pdf(ctx, input)),
  });
}
