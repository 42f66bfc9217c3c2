/** The digits of a number, padded with leading zeros. */
export const DOCUMENT_NUMBER_DIGITS = 6;

/** The prefixes of documents that have one series of numbers for the whole store. */
export const DOCUMENT_PREFIXES = { transfer: 'TR', issue: 'IS', stocktake: 'CT' } as const;

/**
 * Formats a document number, such as `TR-000012`. Longer numbers keep all their digits.
 * @param prefix of the kind of document, or the code of a till for its orders
 * @param number from 1
 */
export const documentNumber = (prefix: string, number: number): string =>
  `${prefix}-${String(number).padStart(DOCUMENT_NUMBER_DIGITS, '0')}`;

/**
 * Parses a typed document number: in full, without the zeros, or only its digits.
 * @returns the number as it is stored, or null when the text is not a document number
 */
export function documentNumberIn(text: string, kind: keyof typeof DOCUMENT_PREFIXES): string | null {
  const prefix = DOCUMENT_PREFIXES[kind];
  const [, digits] = new RegExp(`^(?:${prefix}-?)?0*(\\d{1,12})$`, 'i').exec(text) ?? [];
  return digits === undefined ? null : documentNumber(prefix, Number(digits));
}
