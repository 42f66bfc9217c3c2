import { checkDigit, hasValidCheckDigit } from './barcode';
import { mulDivRound } from './money';
import { MILLI_DECIMALS } from './quantity';

/**
 * The layout of the EAN-13 that a store's scale prints: prefix, item digits, an optional verifier digit, value digits
 * and check digit, thirteen in total. A plain object, because stores define their own.
 */
export interface ScaleLayout {
  name: string;
  /** Starts with 02 or 20 to 29, the range that GS1 leaves to the shop. */
  prefix: string;
  itemDigits: number;
  verifierDigit: boolean;
  valueDigits: number;
  /** How many of the value digits are decimals, of a kilogram or of the currency's major unit. */
  valueDecimals: number;
  value: 'weight' | 'price';
}

export type ScaleLayoutProblem = 'NAME' | 'PREFIX' | 'ITEM_DIGITS' | 'VALUE_DIGITS' | 'DECIMALS' | 'LENGTH';

interface LabelBase {
  layout: ScaleLayout;
  /** The product's own EAN-13: verifier and value zeroed, check digit recalculated. */
  lookupCode: string;
}

/** The content of a scale label: a weight in thousandths of a kilogram, or the price of the whole portion. */
export type ScaleLabel =
  | (LabelBase & { value: 'weight'; quantityMilli: number })
  | (LabelBase & { value: 'price'; priceMinor: number });

const LABEL_LENGTH = 13;
const MOST_PRICE_DECIMALS = 4;

/** The layouts of a new store, which it adapts to the manual of its own scale. */
export const DEFAULT_SCALE_LAYOUTS: readonly ScaleLayout[] = [
  {
    name: 'Weight (21)',
    prefix: '21',
    itemDigits: 5,
    verifierDigit: false,
    valueDigits: 5,
    valueDecimals: 3,
    value: 'weight',
  },
  {
    name: 'Price (23)',
    prefix: '23',
    itemDigits: 5,
    verifierDigit: false,
    valueDigits: 5,
    valueDecimals: 2,
    value: 'price',
  },
  {
    name: 'Price, UPC-A (02)',
    prefix: '02',
    itemDigits: 5,
    verifierDigit: true,
    valueDigits: 4,
    valueDecimals: 2,
    value: 'price',
  },
];

/** The first problem of a layout, for the settings page and the schema; null when it is valid. */
export function validateScaleLayout(layout: ScaleLayout): ScaleLayoutProblem | null {
  const mostDecimals = layout.value === 'weight' ? MILLI_DECIMALS : MOST_PRICE_DECIMALS;
  if (layout.name.trim() === '') {
    return 'NAME';
  }
  if (!/^(02|2\d)\d*$/.test(layout.prefix)) {
    return 'PREFIX';
  }
  if (!Number.isInteger(layout.itemDigits) || layout.itemDigits < 1) {
    return 'ITEM_DIGITS';
  }
  if (!Number.isInteger(layout.valueDigits) || layout.valueDigits < 1) {
    return 'VALUE_DIGITS';
  }
  if (
    !Number.isInteger(layout.valueDecimals) ||
    layout.valueDecimals < 0 ||
    layout.valueDecimals > Math.min(layout.valueDigits, mostDecimals)
  ) {
    return 'DECIMALS';
  }
  return valueStart(layout) + layout.valueDigits + 1 === LABEL_LENGTH ? null : 'LENGTH';
}

/**
 * Parses a scale label. Of several layouts whose prefix matches, the longest prefix wins, then the earlier layout.
 * The verifier digit is not checked: scales calculate it in different ways, and the check digit of the whole code
 * protects it.
 *
 * @param code as scanned; twelve digits are the UPC-A form of a label that starts with 02
 * @param layouts the store's layouts, each valid by {@link validateScaleLayout}
 * @param currencyDecimals decimals of the store's currency, for labels that carry a price
 * @returns null when no layout matches or the check digit is wrong; a quantity or price of 0 when the label carries
 *   none
 */
export function parseScaleLabel(
  code: string,
  layouts: readonly ScaleLayout[],
  currencyDecimals = 2,
): ScaleLabel | null {
  const text = code.trim();
  const label = text.length === LABEL_LENGTH - 1 ? `0${text}` : text;
  if (label.length !== LABEL_LENGTH || !hasValidCheckDigit(label)) {
    return null;
  }
  const layout = layouts
    .filter((candidate) => label.startsWith(candidate.prefix))
    .reduce<ScaleLayout | null>(
      (best, next) => (best === null || next.prefix.length > best.prefix.length ? next : best),
      null,
    );
  if (layout === null) {
    return null;
  }
  const itemEnd = layout.prefix.length + layout.itemDigits;
  const lookupCode = withCheckDigit(label.slice(0, itemEnd).padEnd(LABEL_LENGTH - 1, '0'));
  const value = Number(label.slice(valueStart(layout), LABEL_LENGTH - 1));
  if (layout.value === 'weight') {
    return {
      layout,
      lookupCode,
      value: 'weight',
      quantityMilli: rescale(value, layout.valueDecimals, MILLI_DECIMALS),
    };
  }
  return {
    layout,
    lookupCode,
    value: 'price',
    priceMinor: rescale(value, layout.valueDecimals, currencyDecimals),
  };
}

/**
 * Composes the label that a scale would print, for the demo store, the label designer's sample and tests.
 *
 * @param item the item number, with at most as many digits as the layout has
 * @param value in units of the layout's last decimal (1234 is 1.234 kg with three decimals)
 * @returns 13 digits; the verifier digit, if the layout has one, is 0
 * @throws RangeError when item or value do not fit the layout
 */
export function composeScaleLabel(layout: ScaleLayout, item: number, value: number): string {
  return withCheckDigit(
    [
      layout.prefix,
      fixedDigits(item, layout.itemDigits),
      layout.verifierDigit ? '0' : '',
      fixedDigits(value, layout.valueDigits),
    ].join(''),
  );
}

function valueStart(layout: ScaleLayout): number {
  return layout.prefix.length + layout.itemDigits + (layout.verifierDigit ? 1 : 0);
}

function withCheckDigit(digits: string): string {
  return `${digits}${checkDigit(digits)}`;
}

function fixedDigits(number: number, length: number): string {
  const digits = String(number).padStart(length, '0');
  if (!Number.isInteger(number) || number < 0 || digits.length > length) {
    throw new RangeError(`${number} does not fit into ${length} digits`);
  }
  return digits;
}

function rescale(value: number, fromDecimals: number, toDecimals: number): number {
  return mulDivRound(value, 10 ** toDecimals, 10 ** fromDecimals);
}
