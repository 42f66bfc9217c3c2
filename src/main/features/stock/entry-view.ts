import { type Ctx, may } from '#main/platform/ctx';
import type { StockEntry } from '#shared/contract/stock';

/** A stock entry as a person may see it: its value is null if they may not see cost. */
export function entryVisibleTo(ctx: Ctx, entry: StockEntry): StockEntry {
  return may(ctx, 'seeCost') ? entry : { ...entry, valueMinor: null };
}
