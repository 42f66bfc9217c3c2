/** A country's language, currency and tax display, suggested on first run. Tax rates are left to the owner. */
interface Country {
  code: string;
  language: string;
  currency: string;
  /** Whether price tags include the tax there, as they do nearly everywhere. */
  pricesIncludeTax: boolean;
}

/** Parses a country from "language-COUNTRY CURRENCY". */
function country(ways: string, { pricesIncludeTax = true } = {}): Country {
  const [language = '', code = '', currency = ''] = ways.split(/[- ]/);
  return { code, language, currency, pricesIncludeTax };
}

export const countries: readonly Country[] = [
  country('de-AT EUR'),
  country('en-AU AUD'),
  country('nl-BE EUR'),
  country('bg-BG EUR'),
  country('en-CA CAD', { pricesIncludeTax: false }),
  country('de-CH CHF'),
  country('el-CY EUR'),
  country('cs-CZ CZK'),
  country('de-DE EUR'),
  country('da-DK DKK'),
  country('et-EE EUR'),
  country('es-ES EUR'),
  country('fi-FI EUR'),
  country('fr-FR EUR'),
  country('en-GB GBP'),
  country('el-GR EUR'),
  country('hr-HR EUR'),
  country('hu-HU HUF'),
  country('en-IE EUR'),
  country('en-IN INR'),
  country('is-IS ISK'),
  country('it-IT EUR'),
  country('ja-JP JPY'),
  country('lt-LT EUR'),
  country('fr-LU EUR'),
  country('lv-LV EUR'),
  country('mt-MT EUR'),
  country('nl-NL EUR'),
  country('nb-NO NOK'),
  country('en-NZ NZD'),
  country('pl-PL PLN'),
  country('pt-PT EUR'),
  country('ro-RO RON'),
  country('sv-SE SEK'),
  country('en-SG SGD'),
  country('sl-SI EUR'),
  country('sk-SK EUR'),
  country('en-US USD', { pricesIncludeTax: false }),
  country('en-ZA ZAR'),
];

/** The locale of a country: a preferred locale of this window with that country, else the country's default. */
export function localeOf({ code, language }: Country, preferred: readonly string[]): string {
  const own = preferred.find((locale) => locale.endsWith(`-${code}`));
  return own ?? `${language}-${code}`;
}

/** The country this machine is probably in, judged by its languages. */
export function likelyCountry(preferred: readonly string[]): Country | undefined {
  const regions = preferred.map((locale) => new Intl.Locale(locale).region);
  return countries.find(({ code }) => regions.includes(code));
}
