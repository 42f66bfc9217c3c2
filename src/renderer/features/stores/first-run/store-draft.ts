import type { UseFormReturnType } from '@mantine/form';
import type { Inputs } from '#shared/contract/index';
import { minorDigits } from '#shared/kernel/currency';
import { FULL_MILLI_PERCENT, parseRate } from '#shared/kernel/rate';
import { countries, likelyCountry, localeOf } from '../countries';

/** What the wizard asks, as it is typed. */
export interface StoreDraft {
  name: string;
  address: string;
  country: string;
  taxNumber: string;
  currency: string;
  locale: string;
  timeZone: string;
  pricesIncludeTax: boolean;
  /** In percent, as typed. */
  taxRates: string[];
  /** A whole number of minor units, as a choice of a list. */
  cashStepMinor: string;
  firstName: string;
  lastName: string;
  username: string;
  email: string;
  password: string;
  pin: string;
}

export type DraftForm = UseFormReturnType<StoreDraft>;

/** What follows from a country: its money, and how prices and numbers are written. */
export function suggestionFor(code: string): Partial<StoreDraft> {
  const country = countries.find((one) => one.code === code);
  if (!country) return {};
  return {
    country: code,
    currency: country.currency,
    locale: localeOf(country, navigator.languages),
    pricesIncludeTax: country.pricesIncludeTax,
  };
}

/** The draft with which the wizard begins, from where this machine seems to stand. */
export function firstDraft(): StoreDraft {
  const country = likelyCountry(navigator.languages);
  return {
    name: '',
    address: '',
    country: '',
    taxNumber: '',
    currency: 'EUR',
    locale: navigator.language,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    pricesIncludeTax: true,
    taxRates: [],
    cashStepMinor: '0',
    firstName: '',
    lastName: '',
    username: '',
    email: '',
    password: '',
    pin: '',
    ...(country ? suggestionFor(country.code) : {}),
  };
}

/** Rates as typed, in thousandths of a percent, or null if one cannot be read. */
export function ratesOf(typed: readonly string[]): number[] | null {
  const rates = typed.map(parseRate);
  const good = rates.filter(
    (rate): rate is number => rate !== null && rate >= 0 && rate <= FULL_MILLI_PERCENT,
  );
  return good.length === rates.length ? [...new Set(good)] : null;
}

/** The steps to which cash can be rounded in a currency, in minor units; 0 stands for none. */
export function cashStepsOf(currency: string): number[] {
  const unit = 10 ** minorDigits(currency);
  return [0, ...[5, 10, 20, 50, 100, 500].filter((step) => step <= 5 * unit)];
}

/** The draft as the store is made from it. */
export function storeOf(draft: StoreDraft): Inputs['stores']['createStore'] {
  const { name, address, taxNumber, currency, locale, timeZone, pricesIncludeTax } = draft;
  const { username, email, firstName, lastName, password, pin } = draft;
  return {
    name,
    address,
    taxNumber,
    currency,
    locale,
    timeZone,
    pricesIncludeTax,
    taxRatesMilliPercent: ratesOf(draft.taxRates) ?? [],
    cashStepMinor: Number(draft.cashStepMinor),
    admin: { username, email, firstName, lastName, password, pin: pin === '' ? null : pin },
  };
}
