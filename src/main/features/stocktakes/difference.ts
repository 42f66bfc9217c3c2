/**
 * All that was counted of one entry (a product and batch, or none, at a place), with what the ledger said
 * meanwhile. Thousandths of the product's unit.
 */
interface CountedEntry {
  /** The sum of its counts; one that set the quantity restarts the sum. */
  countedMilli: number;
  /** What the ledger had on hand at the moment of the first of those counts. */
  levelMilli: number;
  /** What came and left between the first and the last of them, each 0 or more. */
  cameMilli: number;
  leftMilli: number;
}

export interface Difference {
  differenceMilli: number;
  /** Between these the true difference lies; both are the same where there is no doubt. */
  leastMilli: number;
  mostMilli: number;
}

/**
 * By how much the ledger is wrong about an entry of which every piece was counted once, while the shop went
 * on selling and receiving.
 *
 * Each count is held against what the ledger had at its own moment, so what was sold or received before
 * the first count or after the last moves the ledger and the shelf alike, and makes no difference: posting
 * adds the difference to whatever is on hand then. An entry that is counted at once, by one count or by many
 * with no movement between them, has exactly one difference: counted less the ledger's level.
 *
 * With movements between two of its counts nobody can tell whether a piece that left had been counted before
 * (then it is among the counted) or not yet, nor whether one that came was still counted. What the ledger
 * should have led to is then anything from its level less all that left to its level and all that came,
 * and the difference anything between what that leaves. Of these the one nearest to none is taken: a piece
 * sold after it was counted is not missing, a piece sold before neither, and never is a difference
 * written that the movements meanwhile explain. The range is returned, so that the entry can be counted again.
 *
 * The last count of an entry ends it: what leaves after that counts as having been counted. Were it in doubt as
 * well until the review, each sale meanwhile would hide a piece that is missing.
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
