import i18next from 'i18next';

/** A currency as choices and lists show it: "GBP British Pound". */
export function currencyLabel(code: string): string {
  return `${code} ${nameOf('currency', code) ?? ''}`.trimEnd();
}

/** A number and date format as choices and lists show it, by its language and country: "American English". */
export function localeLabel(code: string): string {
  return nameOf('language', code) ?? code;
}

/** A time zone as choices and lists show it: "America/New York". */
export function timeZoneLabel(zone: string): string {
  return zone.replaceAll('_', ' ');
}

const names = new Map<string, Intl.DisplayNames>();

/** Creating the names of a language costs far more than using them, and lists use them again and again. */
function nameOf(type: 'currency' | 'language', code: string): string | undefined {
  const language = i18next.language ?? 'en';
  const key = `${language} ${type}`;
  const known = names.get(key) ?? new Intl.DisplayNames(language, { type });
  names.set(key, known);
  return known.of(code);
}
