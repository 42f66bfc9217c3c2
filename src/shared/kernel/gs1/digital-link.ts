import { hasValidCheckDigit } from '../barcode';
import { gathered } from './element-string';
import type { Gs1Fields } from './fields';

/** Lengths of a GTIN; GS1 wants 14 digits in a Digital Link, and older ones have the others. */
const GTIN = /^(\d{8}|\d{12}|\d{13}|\d{14})$/;
const GTIN_DIGITS = 14;
/** Scheme, domain, path, query and fragment, of which path and query are captured. */
const WEB_ADDRESS = /^https?:\/\/[^/?#\s]+(\/[^?#\s]*)(?:\?([^#\s]*))?(?:#\S*)?$/i;
const IDENTIFIER = /^\d{2,4}$/;
/** AIM identifiers of QR, Data Matrix and Code 128 that carry plain text. */
const SYMBOLOGY = /^\](Q1|d1|C0)/;

/**
 * Parses a GS1 Digital Link: a web address of any domain whose path has `/01/` and a GTIN, then perhaps variant, batch
 * and serial number; other AIs are in the query (GS1 Digital Link Standard: URI Syntax, 1.6).
 *
 * @returns the fields, with the GTIN in 14 digits; null where the text is no such address or a value is not valid
 */
export function parseDigitalLink(code: string): Gs1Fields | null {
  const text = code.trim().replace(SYMBOLOGY, '');
  const [, path, query = ''] = WEB_ADDRESS.exec(text) ?? [];
  if (path === undefined) return null;
  const segments = path.split('/').map(decoded);
  const start = segments.findIndex((segment, index) => segment === '01' && isGtin(segments[index + 1] ?? ''));
  if (start < 0) return null;
  const fields = [{ name: '01', value: (segments[start + 1] ?? '').padStart(GTIN_DIGITS, '0') }];
  for (let index = start + 2; index + 1 < segments.length; index += 2) {
    fields.push({ name: segments[index] ?? '', value: segments[index + 1] ?? '' });
  }
  for (const parameter of query.split(/[&;]/)) {
    const [name = '', value = ''] = parameter.split('=', 2).map(decoded);
    if (IDENTIFIER.test(name)) fields.push({ name, value });
  }
  return gathered(fields);
}

const isGtin = (text: string): boolean => GTIN.test(text) && hasValidCheckDigit(text);

/** Empty, which is no valid value, for what is not percent-encoded correctly. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return '';
  }
}
