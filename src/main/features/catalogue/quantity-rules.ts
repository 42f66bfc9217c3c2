import { refuse } from '#shared/contract/refusals';
import {
  isMeasured,
  isWholeEnough,
  MAX_QUANTITY_MILLI,
  MILLI_PER_UNIT,
  type UnitOfMeasure,
} from '#shared/kernel/quantity';

/** The product named by a refusal of a quantity. */
interface Goods {
  id: number;
  name: string;
  unit: UnitOfMeasure;
}

/** @throws QUANTITY_TOO_FINE when the unit does not allow such a fraction. */
export function assertWhole(productName: string, unit: UnitOfMeasure, quantityMilli: number): void {
  if (!isWholeEnough(quantityMilli, unit)) throw refuse('QUANTITY_TOO_FINE', { productName, unit });
}

/** @throws QUANTITY_TOO_LARGE when a quantity exceeds the limit of one line or count. */
export function assertFits({ name, unit }: Omit<Goods, 'id'>, quantityMilli: number | bigint): void {
  if (quantityMilli > MAX_QUANTITY_MILLI) {
    throw refuse('QUANTITY_TOO_LARGE', { productName: name, unit, atMostMilli: MAX_QUANTITY_MILLI });
  }
}

/**
 * The only check of a quantity (thousandths) derived from a code: every accepted one could also have been typed.
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
 * A multiple (thousandths) of a pack's quantity, exactly.
 * @throws QUANTITY_TOO_LARGE, and QUANTITY_TOO_FINE for a result that would have to be rounded
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
 * The quantity (thousandths) if none was given: one for counted units.
 * @throws QUANTITY_NEEDED for measured units
 */
export function usualQuantity(goods: Goods): number {
  if (isMeasured(goods.unit)) throw quantityNeeded(goods, { code: null, priceMinor: null });
  return MILLI_PER_UNIT;
}

/** The refusal that asks for the quantity of a measured product; `priceMinor` is the price fixed by a label. */
export function quantityNeeded(
  { id: productId, name: productName, unit }: Goods,
  asked: { code: string | null; priceMinor: number | null },
) {
  return refuse('QUANTITY_NEEDED', { productId, productName, unit, ...asked });
}
