import { type Gs1Fields, identifierAtStart, identifierNamed, isValidValue } from './fields';

/** FNC1 after a value of variable length, as scanners send it. */
const SEPARATOR = '\u001d';
/** What scanners that cannot send 0x1D are set to send instead; none of it can be part of a value. */
const OTHER_SEPARATORS = /\{GS\}|<GS>|[|^]/g;
/** AIM identifiers of symbologies that carry GS1 element strings: Code 128, DataBar, Data Matrix, QR, DotCode. */
const SYMBOLOGY = /^\](C1|e0|d2|Q3|J1)/;
const IN_PARENTHESES = /^(\(\d{2,4}\)[^(]+)+$/;
const FIELD_IN_PARENTHESES = /\((\d{2,4})\)([^(]+)/g;
/**
 * Characters of the value after AIs whose length is predefined by their first two digits (GS1 General Specifications,
 * 7.8.5), for those that are not assigned yet.
 */
const UNASSIGNED_LENGTHS: Readonly<Record<string, number>> = {
  '04': 16,
  '14': 6,
  '18': 6,
  '19': 6,
  '31': 6,
  '32': 6,
  '33': 6,
  '34': 6,
  '35': 6,
  '36': 6,
  '41': 13,
};

/**
 * Parses a GS1 element string (GS1 General Specifications, 7.8). AIs that are not assigned are skipped.
 *
 * @param code as scanned, with FNC1 as 0x1D and perhaps a symbology identifier in front; or as it is printed below
 *   the bars, with each AI in parentheses
 * @returns null where any part of it cannot be parsed
 */
export function parseElementString(code: string): Gs1Fields | null {
  const text = code.trim().replace(SYMBOLOGY, '').replaceAll(OTHER_SEPARATORS, SEPARATOR);
  return IN_PARENTHESES.test(text) ? printedFields(text) : scannedFields(text);
}

function printedFields(text: string): Gs1Fields | null {
  const fields = [...text.matchAll(FIELD_IN_PARENTHESES)].map(([, name = '', value = '']) => ({
    name,
    value,
  }));
  return gathered(fields);
}

function scannedFields(text: string): Gs1Fields | null {
  const fields: Field[] = [];
  for (let rest = withoutSeparators(text); rest !== ''; ) {
    const name = identifierAtStart(rest);
    if (name === undefined) return null;
    const length = identifierNamed(name)?.predefinedLength ?? UNASSIGNED_LENGTHS[name.slice(0, 2)];
    const end = length === undefined ? endOfValue(rest) : name.length + length;
    if (end > rest.length) return null;
    fields.push({ name, value: rest.slice(name.length, end) });
    rest = withoutSeparators(rest.slice(end));
  }
  return gathered(fields);
}

interface Field {
  name: string;
  value: string;
}

/** The fields by name, without those that are not assigned; null where a value is not valid or there is no field. */
export function gathered(fields: readonly Field[]): Gs1Fields | null {
  const byName = new Map<string, string>();
  for (const { name, value } of fields) {
    const identifier = identifierNamed(name);
    if (!identifier) continue;
    const isRepeated = byName.has(name) && byName.get(name) !== value;
    if (isRepeated || !isValidValue(identifier, value)) return null;
    byName.set(name, value);
  }
  return byName.size === 0 ? null : byName;
}

function endOfValue(text: string): number {
  const end = text.indexOf(SEPARATOR);
  return end < 0 ? text.length : end;
}

function withoutSeparators(text: string): string {
  return text.startsWith(SEPARATOR) ? withoutSeparators(text.slice(1)) : text;
}
