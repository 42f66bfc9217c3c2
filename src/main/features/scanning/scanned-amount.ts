import {
  checkedQuantity,
  quantityNeeded,
  type SellableProduct,
  timesPack,
} from '#main/features/catalogue/index';
import { refuse } from '#shared/contract/refusals';
import { mulDivRound } from '#shared/kernel/money';
import { isMeasured, MILLI_PER_UNIT, UNITS, type UnitOfMeasure } from '#shared/kernel/quantity';
import type { ScaleLabel } from '#shared/kernel/scale-label';

/** What a code says about the quantity or the price of the product it identifies. */
export type CodeStatement =
  /** A barcode or SKU: `packMilli` is how much of the product one scan means. */
  | { kind: 'pack'; packMilli: number }
  | { kind: 'scaleLabel'; label: ScaleLabel }
  /** A GS1 code; thousandths of a kilogram and of a piece, and minor units; each null where the code has none. */
  | {
      kind: 'gs1';
      packMilli: number;
      weightMilli: number | null;
      countMilli: number | null;
      priceMinor: number | null;
    };

/** A product that was found by a code, with what the code says about it. */
export interface StatedProduct {
  code: string;
  product: SellableProduct;
  says: CodeStatement;
}

/** How much a code means; the quantity (thousandths) is null for something measured whose code does not say it. */
interface ScannedAmount {
  quantityMilli: number | null;
  /** The gross that a price in the code fixes, in minor units. */
  fixedGrossMinor: number | null;
}

const GRAMS_PER_KG = 1000;

/**
 * How much a code means. A weight or price in a code counts once; `timesMilli` multiplies a pack or a count, and is
 * the quantity itself where a label does not give one.
 * @param timesMilli in thousandths; undefined where nobody entered it
 * @throws QUANTITY_ZERO, PRICE_ZERO, QUANTITY_TOO_LARGE, QUANTITY_TOO_FINE for a quantity that could not be typed
 */
export function amountOf(stated: StatedProduct, timesMilli?: number): ScannedAmount {
  const { says } = stated;
  switch (says.kind) {
    case 'pack':
      return { quantityMilli: packAmount(stated, says.packMilli, timesMilli), fixedGrossMinor: null };
    case 'scaleLabel':
      return labelAmount(stated, says.label, timesMilli);
    case 'gs1':
      return gs1Amount(stated, says, timesMilli);
  }
}

/**
 * As {@link amountOf}, where the quantity has to be known.
 * @throws what {@link amountOf} refuses, and QUANTITY_NEEDED
 */
export function neededAmountOf(
  stated: StatedProduct,
  timesMilli?: number,
): ScannedAmount & { quantityMilli: number } {
  const { quantityMilli, fixedGrossMinor } = amountOf(stated, timesMilli);
  if (quantityMilli === null) {
    throw quantityNeeded(stated.product, { code: stated.code, priceMinor: fixedGrossMinor });
  }
  return { quantityMilli, fixedGrossMinor };
}

/** Null for one unit of something measured: its own barcode does not say how much it is. */
function packAmount(
  { code, product }: StatedProduct,
  packMilli: number,
  timesMilli: number | undefined,
): number | null {
  const isUnknown = packMilli === MILLI_PER_UNIT && timesMilli === undefined && isMeasured(product.unit);
  if (isUnknown) return null;
  return checkedQuantity(product, code, timesPack(product, packMilli, timesMilli ?? MILLI_PER_UNIT));
}

function labelAmount(
  stated: StatedProduct,
  label: ScaleLabel,
  timesMilli: number | undefined,
): ScannedAmount {
  const { code, product } = stated;
  if (label.value === 'price')
    return pricedAmount(stated, label.priceMinor, { statedMilli: null, typedMilli: timesMilli });
  const weightMilli = weightIn(product.unit, label.quantityMilli);
  return {
    quantityMilli: checkedQuantity(product, code, weightMilli || (timesMilli ?? 0)),
    fixedGrossMinor: null,
  };
}

function gs1Amount(
  stated: StatedProduct,
  { packMilli, weightMilli, countMilli, priceMinor }: Extract<CodeStatement, { kind: 'gs1' }>,
  timesMilli: number | undefined,
): ScannedAmount {
  const { code, product } = stated;
  const { unit } = product;
  const isWeighed = unit === 'kg' || unit === 'g';
  const weighedMilli =
    isWeighed && weightMilli !== null ? checkedQuantity(product, code, weightIn(unit, weightMilli)) : null;
  const countedMilli = isMeasured(unit) || countMilli === null ? null : countMilli;
  const statedMilli =
    weighedMilli ?? (countedMilli === null ? null : packAmount(stated, countedMilli, timesMilli));
  if (priceMinor !== null) return pricedAmount(stated, priceMinor, { statedMilli, typedMilli: timesMilli });
  return { quantityMilli: statedMilli ?? packAmount(stated, packMilli, timesMilli), fixedGrossMinor: null };
}

/** What a fixed price buys: the stated quantity, else what it amounts to at the product's price, else what was typed. */
function pricedAmount(
  { code, product }: StatedProduct,
  priceMinor: number,
  { statedMilli, typedMilli }: { statedMilli: number | null; typedMilli: number | undefined },
): ScannedAmount {
  if (priceMinor === 0) {
    throw refuse('PRICE_ZERO', { productId: product.id, productName: product.name, code });
  }
  const quantityMilli = statedMilli ?? quantityForPrice(priceMinor, product) ?? typedMilli ?? null;
  return {
    quantityMilli: quantityMilli === null ? null : checkedQuantity(product, code, quantityMilli),
    fixedGrossMinor: priceMinor,
  };
}

/** A weight in kilograms as thousandths of a product's unit. */
const weightIn = (unit: UnitOfMeasure, weightMilli: number): number =>
  unit === 'g' ? weightMilli * GRAMS_PER_KG : weightMilli;

/**
 * The quantity that a price buys, in the smallest steps of the unit, and at least one of them. For a product
 * without a price it is one of what is counted, and unknown for what is measured.
 */
function quantityForPrice(
  priceMinor: number,
  { priceMinor: unitPriceMinor, unit }: SellableProduct,
): number | undefined {
  if (unitPriceMinor === 0) return isMeasured(unit) ? undefined : MILLI_PER_UNIT;
  const stepsPerUnit = 10 ** UNITS[unit].decimals;
  const steps = mulDivRound(priceMinor, stepsPerUnit, unitPriceMinor);
  return (Math.max(steps, 1) * MILLI_PER_UNIT) / stepsPerUnit;
}
