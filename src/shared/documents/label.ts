import { say, type Text } from './blocks';

/** The title of a file of labels. */
export const LABELS_TITLE = say('label.title');

/** The facts on a batch's label; `day` is the day of expiry, if it has one. */
export function batchFacts(number: string, day: string | null): Text[] {
  return [say('label.batch', { number }), ...(day === null ? [] : [say('label.expires', { day })])];
}

/** The price before a discount. */
export function priceBefore(price: string): Text {
  return say('label.insteadOf', { price });
}
