import { hasValidCheckDigit } from '#shared/kernel/barcode';
import { isMeasured, MILLI_PER_UNIT, parseQuantity, type UnitOfMeasure } from '#shared/kernel/quantity';

/** The parsed text of the till's search box. */
export interface FindText {
  /** The quantity before a `*`, in thousandths; null when there is none. */
  quantityMilli: number | null;
  /** The search text without the quantity. */
  words: string;
}

const WITH_QUANTITY = /^\s*([\d.,]+)\s*[*×]\s*(.*)$/su;
const PRINTED_CODE = /^(\d{8}|\d{12,14})$/;

/** Parses "3*milk" as three of milk and "0,450*" as 0.450 of the next product; any other text is only words. */
export function readFindText(text: string): FindText {
  const [, quantity, words] = WITH_QUANTITY.exec(text) ?? [];
  const quantityMilli = quantity === undefined ? null : parseQuantity(quantity);
  if (quantityMilli === null || quantityMilli <= 0) {
    return { quantityMilli: null, words: text.trim() };
  }
  return { quantityMilli, words: (words ?? '').trim() };
}

/**
 * Whether the words are the digits of a printed barcode with the correct check digit. They are treated as a
 * scan, so that a code the scanner cannot read can be typed instead.
 */
export function isPrintedCode(words: string): boolean {
  return PRINTED_CODE.test(words) && hasValidCheckDigit(words);
}

/**
 * The quantity after one press of + or -.
 *
 * @returns thousandths, or null where a press changes nothing: for measured units and for results below one
 */
export function steppedQuantity(
  line: { quantityMilli: number; unit: UnitOfMeasure },
  steps: 1 | -1,
): number | null {
  const stepped = line.quantityMilli + steps * MILLI_PER_UNIT;
  return isMeasured(line.unit) || stepped < MILLI_PER_UNIT ? null : stepped;
}
