import { type Ctx, may } from '#main/platform/ctx';
import type { Batch } from '#shared/contract/stock';

/** A batch as a person may see it: its value is null if they may not see cost. */
export function batchVisibleTo(
  ctx: Ctx,
  { productName: _, ...batch }: Batch & { productName: string },
): Batch {
  return may(ctx, 'seeCost') ? batch : { ...batch, valueMinor: null };
}
