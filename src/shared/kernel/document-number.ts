/** Digits of a number, with zeros in front. */
export const DOCUMENT_NUMBER_DIGITS = 6;

/** The documents that have one series of numbers in the whole store, with what their numbers start with. */
export const DOCUMENT_PREFIXES = { transfer: 'TR', issue: 'IS', stocktake: 'CT' } as const;

/**
 * A number as people read it, like `TR-000012`. Longer numbers keep all their digits.
 * @param prefix of the kind of document, or the code of a till for its orders
 * @param number from 1
 */
export const documentNumber = (prefix: string, number: number): string =>
  `${prefix}-${String(number).padStart(DOCUMENT_NUMBER_DIGITS, '0')}`;

/**
 * The number of a document as it may be typed: in full, without the zeros, or its digits alone.
 * @returns the number as it is kept, or null where the text is none
 */
export function documentNumberIn(text: string, kind: keyof typeof DOCUMENT_PREFIXES): string | null {
  const prefix = DOCUMENT_PREFIXES[kind];
  const [, digits] = new RegExp(`^(?:${prefix}-?)?0*(\\d{1,12})$`, 'i').exec(text) ?? [];
  return digits === undefined ? null : documentNumber(prefix, Number(digits));
}
