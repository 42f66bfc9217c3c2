import { hasValidCheckDigit } from '../barcode';
import { APPLICATION_IDENTIFIERS } from './application-identifiers';

/** The values of a GS1 code by their Application Identifiers (AI), for example `10` for the batch. */
export type Gs1Fields = ReadonlyMap<string, string>;

interface Component {
  pattern: string;
  isChecked: boolean;
  isDate: boolean;
}

/** What the value of an AI looks like. */
interface Identifier {
  /** The number of characters where it is predefined, so that no separator follows; else null. */
  predefinedLength: number | null;
  pattern: RegExp;
  /** The digits of the value, from its start, that end with a check digit; 0 for none. */
  checkedLength: number;
  isDate: boolean;
}

/** The GS1 character sets: 82 for text, 39 and base64url (GS1 General Specifications, 7.11). */
const CHARACTERS = {
  N: '\\d',
  X: '[!"%&\'()*+,\\-./0-9:;<=>?A-Z_a-z]',
  Y: '[#\\-/0-9A-Z]',
  Z: '[\\-0-9=A-Z_a-z]',
};

const IDENTIFIERS: ReadonlyMap<string, Identifier> = new Map(
  APPLICATION_IDENTIFIERS.flatMap(([first, last, isPredefined, components]) => {
    const identifier = identifierOf(isPredefined, components);
    return Array.from(
      { length: Number(last) - Number(first) + 1 },
      (_, index) => [String(Number(first) + index).padStart(first.length, '0'), identifier] as const,
    );
  }),
);

/** How many digits an AI has, by its first two (GS1 General Specifications, 7.8.2); for those not assigned yet too. */
const LENGTHS: ReadonlyMap<string, number> = new Map(
  [...IDENTIFIERS.keys()].map((identifier) => [identifier.slice(0, 2), identifier.length]),
);

/** What is known of an AI; undefined for one that the table does not have. */
export const identifierNamed = (name: string): Identifier | undefined => IDENTIFIERS.get(name);

/** The AI that a text starts with, assigned or not; undefined where the text cannot start with one. */
export function identifierAtStart(text: string): string | undefined {
  const length = LENGTHS.get(text.slice(0, 2)) ?? 2;
  const name = text.slice(0, length);
  return name.length === length && /^\d+$/.test(name) ? name : undefined;
}

/** Whether a value is valid for its AI: its length, its characters, its check digit and its date. */
export function isValidValue({ pattern, checkedLength, isDate }: Identifier, value: string): boolean {
  if (!pattern.test(value)) return false;
  if (checkedLength > 0 && !hasValidCheckDigit(value.slice(0, checkedLength))) return false;
  return !isDate || isDayOrMonth(value.slice(0, 6));
}

function identifierOf(isPredefined: boolean, specification: string): Identifier {
  const components = specification.split(' ');
  const [first = ''] = components;
  const parsed = components.map(componentOf);
  return {
    predefinedLength: isPredefined ? exactLength(first) : null,
    pattern: new RegExp(`^${parsed.map(({ pattern }) => pattern).join('')}$`),
    checkedLength: parsed[0]?.isChecked ? exactLength(first) : 0,
    isDate: parsed[0]?.isDate ?? false,
  };
}

function componentOf(text: string): Component {
  const [, type, range, length] = /([NXYZ])(\.\.)?(\d+)/.exec(text) ?? [];
  const characters = CHARACTERS[type as keyof typeof CHARACTERS];
  const pattern = `${characters}{${range ? '1,' : ''}${length}}`;
  return {
    pattern: text.startsWith('[') ? `(?:${pattern})?` : pattern,
    isChecked: text.includes('csum'),
    isDate: text.includes('yymmd0'),
  };
}

function exactLength(component: string): number {
  return Number(/\d+/.exec(component)?.[0]);
}

/** YYMMDD, with 00 for a day that is not given. */
function isDayOrMonth(digits: string): boolean {
  const [month, day] = [Number(digits.slice(2, 4)), Number(digits.slice(4))];
  const leapYear = 2000;
  return month >= 1 && month <= 12 && day <= new Date(Date.UTC(leapYear, month, 0)).getUTCDate();
}
