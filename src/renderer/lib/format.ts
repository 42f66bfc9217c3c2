import { useMemo } from 'react';
import { type Format, formatsOf } from './formats';
import { useStore } from './store-status';

/** How this store writes money, quantities, rates and times. */
export function useFormat(): Format {
  const { currency, locale, timeZone } = useStore();
  return useMemo(() => formatsOf({ currency, locale, timeZone }), [currency, locale, timeZone]);
}
