/** What a first run suggests for a country; its owner checks it. Rates in percent, the usual one first. */
export interface Country {
  code: string;
  language: string;
  currency: string;
  taxRates: readonly string[];
  pricesIncludeTax: boolean;
  /** The smallest step of cash, in minor units, where small coins are not used any more. */
  cashStepMinor: number;
}

/** A country whose prices include tax, as "language-COUNTRY CURRENCY" and "rate rate ...". */
function withTax(ways: string, rates: string, cashStepMinor = 0): Country {
  const [language = '', code = '', currency = ''] = ways.split(/[- ]/);
  return { code, language, currency, taxRates: rates.split(' '), pricesIncludeTax: true, cashStepMinor };
}

/**
 * Sales tax by country as it was known at the end of 2025: a start for whoever makes a store, who is asked to
 * check it.
 */
export const countries: readonly Country[] = [
  withTax('de-AT EUR', '20 10 13 0'),
  withTax('en-AU AUD', '10 0', 5),
  withTax('nl-BE EUR', '21 6 12 0', 5),
  withTax('bg-BG EUR', '20 9 0'),
  { ...withTax('en-CA CAD', '5 13 0', 5), pricesIncludeTax: false },
  withTax('de-CH CHF', '8.1 2.6 3.8 0', 5),
  withTax('el-CY EUR', '19 5 9 3 0'),
  withTax('cs-CZ CZK', '21 12 0', 100),
  withTax('de-DE EUR', '19 7 0'),
  withTax('da-DK DKK', '25 0', 50),
  withTax('et-EE EUR', '24 9 13 0', 5),
  withTax('es-ES EUR', '21 10 4 0'),
  withTax('fi-FI EUR', '25.5 13.5 10 0', 5),
  withTax('fr-FR EUR', '20 5.5 10 2.1 0'),
  withTax('en-GB GBP', '20 5 0'),
  withTax('el-GR EUR', '24 13 6 0'),
  withTax('hr-HR EUR', '25 13 5 0'),
  withTax('hu-HU HUF', '27 18 5 0', 500),
  withTax('en-IE EUR', '23 13.5 9 0', 5),
  withTax('en-IN INR', '18 5 40 0', 100),
  withTax('is-IS ISK', '24 11 0'),
  withTax('it-IT EUR', '22 10 4 5 0', 5),
  withTax('ja-JP JPY', '10 8 0'),
  withTax('lt-LT EUR', '21 5 12 0', 5),
  withTax('fr-LU EUR', '17 3 8 14 0'),
  withTax('lv-LV EUR', '21 12 5 0'),
  withTax('mt-MT EUR', '18 5 7 0'),
  withTax('nl-NL EUR', '21 9 0', 5),
  withTax('nb-NO NOK', '25 15 12 0', 100),
  withTax('en-NZ NZD', '15 0', 10),
  withTax('pl-PL PLN', '23 5 8 0'),
  withTax('pt-PT EUR', '23 6 13 0'),
  withTax('ro-RO RON', '21 11 0'),
  withTax('sv-SE SEK', '25 12 6 0', 100),
  withTax('en-SG SGD', '9 0', 5),
  withTax('sl-SI EUR', '22 9.5 5 0'),
  withTax('sk-SK EUR', '23 5 19 0', 5),
  { ...withTax('en-US USD', '0'), pricesIncludeTax: false },
  withTax('en-ZA ZAR', '15 0', 10),
];

/** The locale of a country: the window's own language where that is spoken, else the country's. */
export function localeOf({ code, language }: Country, preferred: readonly string[]): string {
  const own = preferred.find((locale) => locale.endsWith(`-${code}`));
  return own ?? `${language}-${code}`;
}

/** The country this machine seems to stand in, by its languages. */
export function likelyCountry(preferred: readonly string[]): Country | undefined {
  const regions = preferred.map((locale) => new Intl.Locale(locale).region);
  return countries.find(({ code }) => regions.includes(code));
}
