import {
  checkedQuantity,
  type ProductLookup,
  quantityNeeded,
  type SellableProduct,
  timesPack,
} from '#main/features/catalogue/index';
import { refuse } from '#shared/contract/refusals';
import type { Settings } from '#shared/contract/settings';
import { checkDigit, hasValidCheckDigit } from '#shared/kernel/barcode';
import { minorDigits } from '#shared/kernel/currency';
import { mulDivRound } from '#shared/kernel/money';
import { isMeasured, MILLI_PER_UNIT, UNITS } from '#shared/kernel/quantity';
import { parseScaleLabel, type ScaleLabel } from '#shared/kernel/scale-label';

/** What a code stands for: a product, how much of it, and the gross where a scale label fixes it. */
export interface ScannedItem {
  product: SellableProduct;
  quantityMilli: number;
  fixedGrossMinor: number | null;
}

/** The product that a code stands for, with what the code says beside: what a pack holds, or a scale label. */
interface FoundItem {
  code: string;
  product: SellableProduct;
  says: { packMilli: number } | { label: ScaleLabel };
}

/** How much a code stands for; the quantity is null for something measured of which nobody said it. */
interface CodeAmount {
  quantityMilli: number | null;
  fixedGrossMinor: number | null;
}

const GRAMS_PER_KG = 1000;
const CODE_WITH_CHECK_DIGIT = /^(\d{8}|\d{12}|\d{13})$/;

/**
 * The product that a scanned code stands for: by the product's own code, else by a scale label's.
 * @throws UNKNOWN_BARCODE, or BARCODE_CHECK_DIGIT where the code cannot have been read right.
 */
export function findItem(
  code: string,
  products: Pick<ProductLookup, 'findByCode'>,
  settings: Settings,
): FoundItem {
  const known = products.findByCode(code);
  if (known) {
    const { packMilli, ...product } = known;
    return { code, product, says: { packMilli } };
  }
  const label = parseScaleLabel(code, settings.scaleLayouts, minorDigits(settings.currency));
  const labelled = label && products.findByCode(label.lookupCode);
  if (label && labelled) {
    const { packMilli: _, ...product } = labelled;
    return { code, product, says: { label } };
  }
  const digits = code.replace(/[\s-]/g, '');
  if (CODE_WITH_CHECK_DIGIT.test(digits) && !hasValidCheckDigit(digits)) {
    throw refuse('BARCODE_CHECK_DIGIT', { code, expected: checkDigit(digits.slice(0, -1)) });
  }
  throw refuse('UNKNOWN_BARCODE', { code });
}

/**
 * How much a code stands for, where that has to be known; `timesMilli` as for {@link amountOf}.
 * @throws what {@link amountOf} refuses, and QUANTITY_NEEDED where it does not know.
 */
export function itemOf(found: FoundItem, timesMilli?: number): ScannedItem {
  const { code, product } = found;
  const { quantityMilli, fixedGrossMinor } = amountOf(found, timesMilli);
  if (quantityMilli === null) throw quantityNeeded(product, { code, priceMinor: fixedGrossMinor });
  return { product, quantityMilli, fixedGrossMinor };
}

/**
 * How much a code stands for. A label counts once; so many `times` it is the quantity itself where the label
 * has none. The barcode of something measured says no quantity, unless it is that of a pack.
 * @param timesMilli in thousandths; undefined where nobody said it
 * @throws QUANTITY_ZERO, PRICE_ZERO, QUANTITY_TOO_LARGE, QUANTITY_TOO_FINE for what nobody could have typed.
 */
export function amountOf({ code, product, says }: FoundItem, timesMilli?: number): CodeAmount {
  const checked = (milli: number): number => checkedQuantity(product, code, milli);
  if ('packMilli' in says) {
    const { packMilli } = says;
    const isPlain = packMilli === MILLI_PER_UNIT;
    const isUnknown = isPlain && timesMilli === undefined && isMeasured(product.unit);
    const quantityMilli = isUnknown
      ? null
      : checked(timesPack(product, packMilli, timesMilli ?? MILLI_PER_UNIT));
    return { quantityMilli, fixedGrossMinor: null };
  }
  const { label } = says;
  if (label.value === 'weight') {
    const perKg = product.unit === 'g' ? GRAMS_PER_KG : 1;
    const weightMilli = label.quantityMilli * perKg;
    return { quantityMilli: checked(weightMilli || (timesMilli ?? 0)), fixedGrossMinor: null };
  }
  const { priceMinor } = label;
  if (priceMinor === 0) {
    throw refuse('PRICE_ZERO', { productId: product.id, productName: product.name, code });
  }
  const quantityMilli = quantityForPrice(priceMinor, product) ?? timesMilli;
  return {
    quantityMilli: quantityMilli === undefined ? null : checked(quantityMilli),
    fixedGrossMinor: priceMinor,
  };
}

/**
 * The quantity that a price buys, in the smallest steps of the unit, and at least one of them. Without a price
 * per unit, one of what is counted; of what is measured nothing follows.
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
