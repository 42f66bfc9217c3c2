type Part = 'year' | 'month' | 'day';

const LENGTHS: Record<Part, readonly [short: number, long: number]> = {
  year: [2, 4],
  month: [2, 2],
  day: [2, 2],
};

/**
 * Parses a typed day: digits in the order of the locale, with or without separators (311227, 31.12.27,
 * 31/12/2027), or as 2027-12-31. A two-digit year is in this century.
 *
 * @returns YYYY-MM-DD, or null if the text is not a valid or complete day
 */
export function dayOfText(text: string, locale: string): string | null {
  const groups = text.match(/\d+/g) ?? [];
  const order = groups[0]?.length === 4 && groups.length === 3 ? ISO_ORDER : orderOf(locale);
  const parts = groups.length === 1 ? cut(groups[0] ?? '', order) : groups;
  if (parts.length !== 3 || /\p{L}/u.test(text)) return null;
  const part = (name: Part): string => parts[order.indexOf(name)] ?? '';
  const year = part('year');
  if (!(LENGTHS.year as readonly number[]).includes(year.length)) return null;
  return existing(year.padStart(4, '20'), part('month').padStart(2, '0'), part('day').padStart(2, '0'));
}

const ISO_ORDER: readonly Part[] = ['year', 'month', 'day'];

/** The order of day, month and year in a locale. */
function orderOf(locale: string): readonly Part[] {
  const parts = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'numeric', day: 'numeric' })
    .formatToParts(0)
    .map(({ type }) => type);
  return ISO_ORDER.toSorted((one, other) => parts.indexOf(one) - parts.indexOf(other));
}

/** Splits six or eight digits without separators into the three parts of a day. */
function cut(digits: string, order: readonly Part[]): string[] {
  if (digits.length !== 6 && digits.length !== 8) return [];
  const isLong = digits.length === 8;
  let from = 0;
  return order.map((part) => {
    const length = LENGTHS[part][isLong ? 1 : 0];
    from += length;
    return digits.slice(from - length, from);
  });
}

function existing(year: string, month: string, day: string): string | null {
  const text = `${year}-${month}-${day}`;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : null;
}
