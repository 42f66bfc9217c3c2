import { type Formats, formatsOf } from '#shared/kernel/formats';
import { useStore } from './store-status';

/** The store's formats for displayed values. */
export type Format = Formats;

/** The formats of this store for money, quantities, rates and times. */
export function useFormat(): Format {
  return formatsOf(useStore());
}
