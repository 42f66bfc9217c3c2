import { mulDivCapped } from '#shared/kernel/money';

/** A stock entry with the value of its product and batch over all locations. */
interface ValuedEntry {
  productId: number;
  batchId: number | null;
  onHandMilli: number;
  batchValueMinor: number;
}

/** The order of one product's entries `e` for {@link valuesOfEntries}: another order moves cents between locations. */
export const VALUED_ORDER = 'COALESCE(e.batch_id, 0), e.location_id';

/**
 * The value of each entry in minor units. The value of its batch is spread by running total over the locations
 * that have some of it on hand, so that the parts add up. An entry below zero gets no part.
 * @param entries all entries of one or more products, product by product, each in {@link VALUED_ORDER}
 */
export function valuesOfEntries(entries: readonly ValuedEntry[]): number[] {
  return byBatch(entries).flatMap((batch) => {
    const totalMilli = batch.reduce((sum, entry) => sum + heldMilli(entry), 0);
    let spreadMilli = 0;
    let spreadMinor = 0;
    return batch.map((entry) => {
      spreadMilli += heldMilli(entry);
      const before = spreadMinor;
      spreadMinor = totalMilli === 0 ? 0 : mulDivCapped(entry.batchValueMinor, spreadMilli, totalMilli);
      return spreadMinor - before;
    });
  });
}

const heldMilli = ({ onHandMilli }: ValuedEntry): number => Math.max(onHandMilli, 0);

/** Splits entries into groups where the product or the batch changes. */
function byBatch(entries: readonly ValuedEntry[]): ValuedEntry[][] {
  const batches: ValuedEntry[][] = [];
  for (const entry of entries) {
    const batch = batches.at(-1);
    const last = batch?.at(-1);
    if (batch && last?.productId === entry.productId && last.batchId === entry.batchId) batch.push(entry);
    else batches.push([entry]);
  }
  return batches;
}
