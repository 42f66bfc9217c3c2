import type { Connection } from '#main/platform/work/connections';
import { mulDivCapped } from '#shared/kernel/money';
import { type Average, heldValue } from './stock-cost';

/** A stock entry with the average cost of its product and batch. */
interface ValuedEntry extends Average {
  productId: number;
  batchId: number | null;
  onHandMilli: number;
}

/** The order of one product's entries `e` for {@link valuesOfEntries}: another order moves cents between locations. */
export const VALUED_ORDER = 'COALESCE(e.batch_id, 0), e.location_id';

/** All entries of products, whose ids are passed as JSON, in the order of {@link valuesOfEntries}. */
export function valuedEntryQuery(connection: Connection) {
  return connection.prepare<[string], ValuedEntry & { id: number }>(
    `SELECT e.id, e.product_id AS productId, e.batch_id AS batchId, e.on_hand_milli AS onHandMilli,
       c.averaged_milli AS averagedMilli, c.averaged_minor AS averagedMinor
     FROM json_each(?) asked CROSS JOIN stock_entry e ON e.product_id = asked.value
       JOIN stock_cost c ON c.product_id = e.product_id AND COALESCE(c.batch_id, 0) = COALESCE(e.batch_id, 0)
     ORDER BY asked.key, ${VALUED_ORDER}`,
  );
}

/**
 * The value of each entry in minor units. The value of its batch is spread by running total over the locations
 * that have some of it on hand, so that the parts add up. An entry below zero gets no part.
 * @param entries all entries of one or more products, product by product, each in {@link VALUED_ORDER}
 */
export function valuesOfEntries(entries: readonly ValuedEntry[]): number[] {
  return byBatch(entries).flatMap((batch) => {
    const batchMinor = valueOfBatch(batch);
    const totalMilli = batch.reduce((sum, entry) => sum + heldMilli(entry), 0);
    let spreadMilli = 0;
    let spreadMinor = 0;
    return batch.map((entry) => {
      spreadMilli += heldMilli(entry);
      const before = spreadMinor;
      spreadMinor = totalMilli === 0 ? 0 : mulDivCapped(batchMinor, spreadMilli, totalMilli);
      return spreadMinor - before;
    });
  });
}

function valueOfBatch(batch: readonly ValuedEntry[]): number {
  const [average] = batch;
  const onHandMilli = batch.reduce((sum, entry) => sum + entry.onHandMilli, 0);
  return average ? heldValue(average, onHandMilli) : 0;
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
