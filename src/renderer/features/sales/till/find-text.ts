import { hasValidCheckDigit } from '#shared/kernel/barcode';
import { isMeasured, MILLI_PER_UNIT, parseQuantity, type UnitOfMeasure } from '#shared/kernel/quantity';

/** What somebody typed into the till's one box. */
export interface FindText {
  /** The quantity before a `*`, in thousandths; null when none was given. */
  quantityMilli: number | null;
  /** What to look for, without the quantity. */
  words: string;
}

const WITH_QUANTITY = /^\s*([\d.,]+)\s*[*×]\s*(.*)$/su;
const PRINTED_CODE = /^(\d{8}|\d{12,14})$/;

/** Reads "3*milk" as three of milk and "0,450*" as 0.450 of what comes next; anything else is only words. */
export function readFindText(text: string): FindText {
  const [, quantity, words] = WITH_QUANTITY.exec(text) ?? [];
  const quantityMilli = quantity === undefined ? null : parseQuantity(quantity);
  if (quantityMilli === null || quantityMilli <= 0) {
    return { quantityMilli: null, words: text.trim() };
  }
  return { quantityMilli, words: (words ?? '').trim() };
}

/**
 * Whether typed words are the digits of a printed barcode, with the right check digit: they are taken as
 * the scan they stand for, so that a code that would not read can be typed off.
 */
export function isPrintedCode(words: string): boolean {
  return PRINTED_CODE.test(words) && hasValidCheckDigit(words);
}

/**
 * The quantity one press of + or - leads to.
 *
 * @returns thousandths, or null where a press changes nothing: for what is measured, and below one
 */
export function steppedQuantity(
  line: { quantityMilli: number; unit: UnitOfMeasure },
  steps: 1 | -1,
): number | null {
  const stepped = line.quantityMilli + steps * MILLI_PER_UNIT;
  return isMeasured(line.unit) || stepped < MILLI_PER_UNIT ? null : stepped;
}
