/**
 * The largest amount, in minor units, of a price, a tender or a document. Thousands of such amounts can be added
 * before the sum exceeds the integers that a number holds exactly.
 */
export const MAX_MINOR = 1_000_000_000_000;

/**
 * Divides and rounds half away from zero, the only rounding rule in Tillroom (7 / 2 is 4, -7 / 2 is -4).
 * @throws RangeError when the denominator is 0.
 */
export function roundDiv(numerator: bigint, denominator: bigint): bigint {
  if (denominator < 0n) return roundDiv(-numerator, -denominator);
  const quotient = numerator / denominator;
  const remainder = numerator % denominator;
  if (remainder >= 0n) return 2n * remainder >= denominator ? quotient + 1n : quotient;
  return -2n * remainder >= denominator ? quotient - 1n : quotient;
}

/**
 * Converts a bigint to a number of the same value.
 * @throws RangeError when a number cannot hold it exactly (its magnitude is beyond 2^53 - 1).
 */
export function toSafe(value: bigint): number {
  const result = Number(value);
  if (!Number.isSafeInteger(result)) throw new RangeError(`${value} is beyond what a number holds exactly`);
  return result;
}

/**
 * Calculates a x b / divisor, rounded half away from zero; exact however large the product is.
 * @param a any integer, such as an amount in minor units
 * @param b any integer, such as a rate or a quantity
 * @param divisor a positive integer
 * @throws RangeError for anything but integers, a divisor below 1, or a result beyond 2^53 - 1.
 */
export function mulDivRound(a: number, b: number, divisor: number): number {
  assertOperands(a, b, divisor);
  const product = a * b;
  // A product beyond 2^53 evaluates to 2^53 or more, never to a safe integer, so a safe product is exact.
  if (!Number.isSafeInteger(product)) return toSafe(roundDiv(BigInt(a) * BigInt(b), BigInt(divisor)));
  const remainder = product % divisor;
  const towardsZero = (product - remainder) / divisor;
  return Math.abs(remainder) * 2 >= divisor ? towardsZero + Math.sign(remainder) : towardsZero;
}

/**
 * Like {@link mulDivRound}, for a figure that is only shown and never stored: a result beyond 2^53 - 1 is capped there.
 * @throws RangeError for anything but integers, or a divisor below 1
 */
export function mulDivCapped(a: number, b: number, divisor: number): number {
  assertOperands(a, b, divisor);
  const exact = Number(roundDiv(BigInt(a) * BigInt(b), BigInt(divisor)));
  return Math.max(-Number.MAX_SAFE_INTEGER, Math.min(Number.MAX_SAFE_INTEGER, exact));
}

/**
 * Adds amounts.
 * @throws RangeError when an intermediate sum is not an integer that a number holds exactly.
 */
export function sumMinor(amounts: readonly number[]): number {
  let sum = 0;
  for (const amount of amounts) {
    sum += amount;
    if (!Number.isSafeInteger(sum)) throw new RangeError('The sum is beyond what a number holds exactly');
  }
  return sum;
}

/**
 * Splits an amount in proportion to weights by largest remainder. The parts add up to the amount exactly; of equal
 * remainders the earlier one gets the unit. A weight of zero gets nothing, unless all weights are zero, which then
 * count equally.
 * @param totalMinor any integer; a negative one is split as its mirror image
 * @param weights integers of 0 or more
 * @throws RangeError for a negative weight, or for an amount other than 0 without weights.
 */
export function allocate(totalMinor: number, weights: readonly number[]): number[] {
  if (weights.some((weight) => weight < 0)) throw new RangeError('A weight is negative');
  const weightSum = sumMinor(weights);
  if (weightSum > 0) return allot(totalMinor, weights, totalMinor, weightSum);
  if (weights.length > 0) return allocate(totalMinor, new Array<number>(weights.length).fill(1));
  if (totalMinor !== 0) throw new RangeError('There is nothing to split the amount over');
  return [];
}

/**
 * Rounds the shares amount x multiplier / divisor to integers that add up to a total that was rounded once, by
 * largest remainder: each share is truncated towards zero, and the remaining units go to the shares that lost most
 * (the earlier of equal ones). Amounts can have both signs; negating all amounts negates all parts.
 * @param total the sum of the shares, exact or rounded
 * @throws RangeError when the total is not the sum of the shares.
 */
export function allot(
  total: number,
  amounts: readonly number[],
  multiplier: number,
  divisor: number,
): number[] {
  const remainders: number[] = [];
  const parts = amounts.map((amount, index) => {
    const { quotient, remainder } = mulDivRemainder(amount, multiplier, divisor);
    remainders[index] = remainder;
    return quotient;
  });
  const left = total - sumMinor(parts);
  if (left === 0) return parts;

  const direction = Math.sign(left);
  const losers = [...remainders.keys()]
    .filter((index) => Math.sign(remainders[index] ?? 0) === direction)
    .sort((one, other) => Math.abs(remainders[other] ?? 0) - Math.abs(remainders[one] ?? 0));
  const units = Math.abs(left);
  if (!(units <= losers.length)) throw new RangeError('The total is not the sum of the shares');
  for (const index of losers.slice(0, units)) parts[index] = (parts[index] ?? 0) + direction;
  return parts;
}

/** a x b / divisor truncated towards zero, and the remainder with the sign of the product; both exact. */
function mulDivRemainder(a: number, b: number, divisor: number): { quotient: number; remainder: number } {
  assertOperands(a, b, divisor);
  const product = a * b;
  if (Number.isSafeInteger(product)) {
    const remainder = product % divisor;
    return { quotient: (product - remainder) / divisor, remainder };
  }
  const exact = BigInt(a) * BigInt(b);
  const exactDivisor = BigInt(divisor);
  return { quotient: toSafe(exact / exactDivisor), remainder: toSafe(exact % exactDivisor) };
}

function assertOperands(a: number, b: number, divisor: number): void {
  if (!(Number.isSafeInteger(a) && Number.isSafeInteger(b) && Number.isSafeInteger(divisor)) || divisor < 1) {
    throw new RangeError(`${a} x ${b} / ${divisor} is not arithmetic on integers`);
  }
}
