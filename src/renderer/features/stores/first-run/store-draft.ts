import type { UseFormReturnType } from '@mantine/form';
import { countries, likelyCountry, localeOf } from '#renderer/lib/countries';
import { ratesOf } from '#renderer/lib/money-choices';
import type { Inputs } from '#shared/contract/index';

/** The form values of the wizard, as typed. */
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
  /** A whole number of minor units, as the value of a select. */
  cashStepMinor: string;
  firstName: string;
  lastName: string;
  username: string;
  email: string;
  password: string;
  pin: string;
}

export type DraftForm = UseFormReturnType<StoreDraft>;

/** The defaults for a country: its currency, and its tax display and locale. */
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

/** The initial draft of the wizard, for the country this machine is probably in. */
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

/** The draft as input for creating the store. */
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
