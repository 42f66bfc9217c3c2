type Part = 'year' | 'month' | 'day';

const LENGTHS: Record<Part, readonly [short: number, long: number]> = {
  year: [2, 4],
  month: [2, 2],
  day: [2, 2],
};

/**
 * Parses a typed day: digits in the order of the locale, with or without separators (311227, 31.12.27,
 * 31/12/2027), as 2027-12-31, or with the month as a word (31 Dec 2027). A two-digit year is in this century.
 *
 * @returns YYYY-MM-DD, or null if the text is not a valid or complete day
 */
export function dayOfText(text: string, locale: string): string | null {
  const groups = text.match(/\d+/g) ?? [];
  if (/\p{L}/u.test(text)) return withMonthWord(text, groups, locale);
  const order = groups[0]?.length === 4 && groups.length === 3 ? ISO_ORDER : orderOf(locale);
  const parts = groups.length === 1 ? cut(groups[0] ?? '', order) : groups;
  if (parts.length !== 3) return null;
  const part = (name: Part): string => parts[order.indexOf(name)] ?? '';
  const year = part('year');
  if (!(LENGTHS.year as readonly number[]).includes(year.length)) return null;
  return existing(year.padStart(4, '20'), part('month'), part('day'));
}

/**
 * Parses a typed month with a four-digit year, as printed on packs: 12/2027 or 2027-12.
 *
 * @returns the month's last day as YYYY-MM-DD, or null if the text is not a month
 */
export function lastDayOfMonthText(text: string): string | null {
  const [, before, early, late, after] = /^\s*(?:(\d{4})\D(\d{1,2})|(\d{1,2})\D(\d{4}))\s*$/.exec(text) ?? [];
  const year = before ?? after;
  const month = early ?? late;
  if (year === undefined || month === undefined || existing(year, month, '1') === null) return null;
  // Day 0 of the next month is the last day of this one; months count from 0.
  return new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10);
}

/** The last day of a year as digits in the order of the locale, as an example of what to type. */
export function exampleDay(year: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    timeZone: 'UTC',
  }).format(Date.UTC(year, 11, 31));
}

/** A day whose month is a word of the locale; the year has four digits, so that it cannot be taken for the day. */
function withMonthWord(text: string, groups: readonly string[], locale: string): string | null {
  const [word = '', ...others] = text.toLocaleLowerCase(locale).match(/\p{L}+/gu) ?? [];
  const year = groups.find(({ length }) => length === 4);
  const day = groups.find(({ length }) => length <= 2);
  if (groups.length !== 2 || !year || !day || others.length > 0 || word.length < 3) return null;
  const month = monthNames(locale).findIndex((names) => names.some((name) => name.startsWith(word)));
  return month < 0 ? null : existing(year, String(month + 1), day);
}

/** The short and the long name of each month, as they are written in a date. */
function monthNames(locale: string): string[][] {
  return Array.from({ length: 12 }, (_, month) =>
    (['short', 'long'] as const).map((length) =>
      new Intl.DateTimeFormat(locale, { day: 'numeric', month: length, timeZone: 'UTC' })
        .formatToParts(Date.UTC(2000, month, 1))
        .flatMap(({ type, value }) => (type === 'month' ? [value] : []))
        .join('')
        .toLocaleLowerCase(locale),
    ),
  );
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
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : null;
}
