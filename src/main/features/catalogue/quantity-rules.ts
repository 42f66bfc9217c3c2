import { refuse } from '#shared/contract/refusals';
import {
  isMeasured,
  isWholeEnough,
  MAX_QUANTITY_MILLI,
  MILLI_PER_UNIT,
  type UnitOfMeasure,
} from '#shared/kernel/quantity';

/** What a refusal of a quantity names. */
interface Goods {
  id: number;
  name: string;
  unit: UnitOfMeasure;
}

/** @throws QUANTITY_TOO_FINE when there is no such part of the unit. */
export function assertWhole(productName: string, unit: UnitOfMeasure, quantityMilli: number): void {
  if (!isWholeEnough(quantityMilli, unit)) throw refuse('QUANTITY_TOO_FINE', { productName, unit });
}

/** @throws QUANTITY_TOO_LARGE when a quantity is more than one line or count can hold. */
export function assertFits({ name, unit }: Omit<Goods, 'id'>, quantityMilli: number | bigint): void {
  if (quantityMilli > MAX_QUANTITY_MILLI) {
    throw refuse('QUANTITY_TOO_LARGE', { productName: name, unit, atMostMilli: MAX_QUANTITY_MILLI });
  }
}

/**
 * The one check of a quantity (thousandths) that comes out of a code: what it lets pass could have been typed.
 * @throws QUANTITY_ZERO, QUANTITY_TOO_FINE, QUANTITY_TOO_LARGE
 */
export function checkedQuantity(goods: Goods, code: string, quantityMilli: number): number {
  const { id: productId, name: productName, unit } = goods;
  if (quantityMilli === 0) throw refuse('QUANTITY_ZERO', { productId, productName, unit, code });
  assertFits(goods, quantityMilli);
  assertWhole(productName, unit, quantityMilli);
  return quantityMilli;
}

/**
 * So many times (thousandths) what a pack holds, exactly.
 * @throws QUANTITY_TOO_LARGE, and QUANTITY_TOO_FINE for anything that would have to be rounded
 */
export function timesPack(goods: Goods, packMilli: number, timesMilli: number): number {
  const perUnit = BigInt(MILLI_PER_UNIT);
  const product = BigInt(packMilli) * BigInt(timesMilli);
  assertFits(goods, product / perUnit);
  if (product % perUnit !== 0n) {
    throw refuse('QUANTITY_TOO_FINE', { productName: goods.name, unit: goods.unit });
  }
  return Number(product / perUnit);
}

/**
 * The quantity (thousandths) where nobody said one: one of what is counted.
 * @throws QUANTITY_NEEDED for what is measured
 */
export function usualQuantity(goods: Goods): number {
  if (isMeasured(goods.unit)) throw quantityNeeded(goods, { code: null, priceMinor: null });
  return MILLI_PER_UNIT;
}

/** Asks how much of something measured it is; `priceMinor` is what a label fixes its price at. */
export function quantityNeeded(
  { id: productId, name: productName, unit }: Goods,
  asked: { code: string | null; priceMinor: number | null },
) {
  return refuse('QUANTITY_NEEDED', { productId, productName, unit, ...asked });
}
