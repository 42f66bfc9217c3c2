import { refuse } from '#shared/contract/refusals';
import type { Settings } from '#shared/contract/stores';
import { checkDigit, hasValidCheckDigit } from '#shared/kernel/barcode';
import { minorDigits } from '#shared/kernel/currency';
import { mulDivRound } from '#shared/kernel/money';
import { MILLI_PER_UNIT, UNITS } from '#shared/kernel/quantity';
import { parseScaleLabel, type ScaleLabel } from '#shared/kernel/scale-label';
import type { ProductService, SellableProduct } from './product.service';

/** What a code stands for: a product, how much of it, and the gross where a scale label fixes it. */
export interface ScannedItem {
  product: SellableProduct;
  quantityMilli: number;
  fixedGrossMinor: number | null;
}

const GRAMS_PER_KG = 1000;
const CODE_WITH_CHECK_DIGIT = /^(\d{8}|\d{12}|\d{13})$/;

interface Scan {
  code: string;
  /** How many times the code counts, in thousandths; a scale label counts once. */
  quantityMilli: number;
}

/**
 * What a scanned code stands for: a product by its own code, with a pack's quantity, else the product of a
 * scale label with its weight or price.
 * @throws UNKNOWN_BARCODE, or BARCODE_CHECK_DIGIT where the code cannot have been read right.
 */
export function itemOfScan(
  { code, quantityMilli }: Scan,
  products: ProductService,
  settings: Settings,
): ScannedItem {
  const known = products.findByCode(code);
  if (known) {
    const { packMilli, ...product } = known;
    const timesPack = mulDivRound(packMilli, quantityMilli, MILLI_PER_UNIT);
    return { product, quantityMilli: Math.max(timesPack, 1), fixedGrossMinor: null };
  }
  const label = parseScaleLabel(code, settings.scaleLayouts, minorDigits(settings.currency));
  const labelled = label && products.findByCode(label.lookupCode);
  if (label && labelled) {
    const { packMilli: _, ...product } = labelled;
    return { product, ...amountOf(label, product) };
  }
  const digits = code.replace(/[\s-]/g, '');
  if (CODE_WITH_CHECK_DIGIT.test(digits) && !hasValidCheckDigit(digits)) {
    throw refuse('BARCODE_CHECK_DIGIT', { code, expected: checkDigit(digits.slice(0, -1)) });
  }
  throw refuse('UNKNOWN_BARCODE', { code });
}

/** A label's weight in the product's unit, or its price with the quantity that follows for the stock. */
function amountOf(label: ScaleLabel, product: SellableProduct): Omit<ScannedItem, 'product'> {
  if (label.value === 'weight') {
    const perKg = product.unit === 'g' ? GRAMS_PER_KG : 1;
    return { quantityMilli: label.quantityMilli * perKg, fixedGrossMinor: null };
  }
  return { quantityMilli: quantityForPrice(label.priceMinor, product), fixedGrossMinor: label.priceMinor };
}

/** The quantity that a price buys, in the smallest steps of the unit, and at least one of them. */
function quantityForPrice(priceMinor: number, { priceMinor: unitPriceMinor, unit }: SellableProduct): number {
  if (unitPriceMinor === 0) return MILLI_PER_UNIT;
  const stepsPerUnit = 10 ** UNITS[unit].decimals;
  const steps = mulDivRound(priceMinor, stepsPerUnit, unitPriceMinor);
  return (Math.max(steps, 1) * MILLI_PER_UNIT) / stepsPerUnit;
}
