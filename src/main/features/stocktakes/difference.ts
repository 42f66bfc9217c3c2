/**
 * All counts of one entry (a product and batch, or none, at a location), with the ledger's figures for that time.
 * Thousandths of the product's unit.
 */
interface CountedEntry {
  /** The sum of its counts; a count that sets the quantity restarts the sum. */
  countedMilli: number;
  /** The ledger's quantity on hand at the time of the first of those counts. */
  levelMilli: number;
  /** What came in and left between the first and the last count, each 0 or more. */
  cameMilli: number;
  leftMilli: number;
}

interface Difference {
  differenceMilli: number;
  /** The range of the true difference; both ends are equal if it is certain. */
  leastMilli: number;
  mostMilli: number;
}

/**
 * By how much the ledger is wrong about an entry whose pieces were each counted once, while sales and
 * receipts continued.
 *
 * Each count is compared with the ledger's level at its own time. Movements before the first count or after the
 * last change the ledger and the shelf alike and do not affect the difference: posting adds it to whatever is on
 * hand then. An entry with no movement between its counts has exactly one difference: counted less the
 * ledger's level.
 *
 * With movements between two of its counts, it is unknown whether a piece that left had been counted before
 * (and is included) or not, and whether a piece that came in was still counted. The expected quantity is then
 * anything from the level less all that left to the level plus all that came in, and the difference has the
 * corresponding range. The value nearest to zero is used: a piece sold during the count is not missing, whether it
 * was counted before or not, and no difference is written that the movements explain. The range is returned, so
 * that the entry can be counted again.
 *
 * The last count of an entry ends its range: whatever leaves later is taken as counted. If the range grew
 * until the review, each sale in between could hide a missing piece.
 */
export function differenceOf({ countedMilli, levelMilli, cameMilli, leftMilli }: CountedEntry): Difference {
  const leastMilli = countedMilli - (levelMilli + cameMilli);
  const mostMilli = countedMilli - (levelMilli - leftMilli);
  return { differenceMilli: nearestToNone(leastMilli, mostMilli), leastMilli, mostMilli };
}

function nearestToNone(least: number, most: number): number {
  if (least > 0) return least;
  return most < 0 ? most : 0;
}
