/** Units of time in milliseconds; a day of a store can be an hour shorter or longer. */
export const SECOND_MS = 1000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/**
 * The first and the last day that is accepted as input. Years of four digits sort as text, and no calculation with a
 * day in this range produces any other year.
 */
export const FIRST_DAY = '1900-01-01';
export const LAST_DAY = '2999-12-31';

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Caches one formatter per zone: creating one takes longer than using it. */
function formatterOf(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formatters.set(timeZone, formatter);
  }
  return formatter;
}

const QUARTER_HOUR_MS = 15 * MINUTE_MS;
let lastDay = { timeZone: '', quarterHour: -1, day: '' };

/**
 * The day of an instant in a time zone, as YYYY-MM-DD. The last result is cached: no zone changes its day within a
 * quarter of an hour of UTC, and a till asks for the same moment again and again.
 */
export function dayOf(instantMs: number, timeZone: string): string {
  const quarterHour = Math.floor(instantMs / QUARTER_HOUR_MS);
  if (lastDay.quarterHour !== quarterHour || lastDay.timeZone !== timeZone) {
    lastDay = { timeZone, quarterHour, day: wallClock(quarterHour * QUARTER_HOUR_MS, timeZone).slice(0, 10) };
  }
  return lastDay.day;
}

/** The local time of an instant in a time zone, as YYYY-MM-DDTHH:MM:SS. */
export function wallClock(instantMs: number, timeZone: string): string {
  const parts: Record<string, string> = {};
  for (const part of formatterOf(timeZone).formatToParts(instantMs)) parts[part.type] = part.value;
  return `${parts.year?.padStart(4, '0')}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}:${parts.second}`;
}

/** The first instant of a day (YYYY-MM-DD) in a time zone, also when a clock change skips midnight. */
export function startOfDay(day: string, timeZone: string): number {
  const asUtc = Date.parse(`${day}T00:00:00Z`);
  const offsetAt = (instantMs: number) => Date.parse(`${wallClock(instantMs, timeZone)}Z`) - instantMs;
  const guess = asUtc - offsetAt(asUtc);
  const start = asUtc - offsetAt(guess);
  return wallClock(start, timeZone) >= `${day}T00:00:00` ? start : guess;
}

/** Days as people choose them (YYYY-MM-DD), both inclusive; undefined where there is no limit. */
interface Days {
  from?: string | undefined;
  to?: string | undefined;
}

/** Instants from the first to before the second; undefined where there is no limit. */
export interface Instants {
  fromTime?: number | undefined;
  until?: number | undefined;
}

/** The instants of whole days in a time zone. */
export function instantsOf({ from, to }: Days, timeZone: string): Instants {
  return {
    fromTime: from === undefined ? undefined : startOfDay(from, timeZone),
    until: to === undefined ? undefined : startOfDay(addDays(to, 1), timeZone),
  };
}

/** Adds days to a day (YYYY-MM-DD); valid up to the year 9999. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

const dayFormatters = new Map<string, Intl.DateTimeFormat>();

/** A day (YYYY-MM-DD) as it is printed in a locale, such as 9 May 2027. */
export function formatDay(day: string, locale: string): string {
  let formatter = dayFormatters.get(locale);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
    dayFormatters.set(locale, formatter);
  }
  return formatter.format(Date.parse(`${day}T00:00:00Z`));
}

/** Whether this machine knows a time zone with that name. */
export function isTimeZone(name: string): boolean {
  try {
    formatterOf(name);
    return true;
  } catch {
    return false;
  }
}
