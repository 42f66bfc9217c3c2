import { HOUR_MS } from '#shared/kernel/time';
import type { DemoGood } from './demo-goods';

/** What a customer buys, and when. */
export interface Basket {
  afterMidnightMs: number;
  items: { good: DemoGood; quantityMilli: number }[];
  paysBy: 'cash' | 'card';
  /** Whether it is a regular, who gets ten percent off. */
  regular: boolean;
}

/** Returns the next random number, from 0 up to but not including 1. */
export type Random = () => number;

/** Customers of an average day per hour, from opening on, with peaks at breakfast, lunch and on the way home. */
const CUSTOMERS_BY_HOUR = [5, 7, 5, 4, 7, 8, 5, 4, 6, 4];
const OPENS_AT_HOUR = 8;
/** Starting with Sunday. */
const WEEKDAY_FACTORS = [0.7, 0.8, 0.85, 0.95, 1, 1.2, 1.5];
/** How many kinds of goods a customer buys, each equally likely: most often one, rarely five. */
const BASKET_SIZES = [1, 1, 1, 2, 2, 2, 3, 3, 4, 5];

/**
 * The customers of a day (YYYY-MM-DD) in the order they come, varying by hour and weekday. The same random numbers give
 * the same day.
 */
export function shoppersOf(day: string, goods: readonly DemoGood[], random: Random): Basket[] {
  const factor = WEEKDAY_FACTORS[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? 1;
  const wheel = goods.flatMap((good) => new Array<DemoGood>(good.popularity).fill(good));
  const baskets = CUSTOMERS_BY_HOUR.flatMap((average, hour) => {
    const customers = Math.round(average * factor * (0.7 + 0.6 * random()));
    return Array.from({ length: customers }, () => ({
      afterMidnightMs: Math.floor((OPENS_AT_HOUR + hour + random()) * HOUR_MS),
      items: itemsOf(wheel, random),
      paysBy: random() < 0.58 ? ('card' as const) : ('cash' as const),
      regular: random() < 0.03,
    }));
  });
  return baskets.sort((one, other) => one.afterMidnightMs - other.afterMidnightMs);
}

/** A seeded random number generator (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function itemsOf(wheel: readonly DemoGood[], random: Random): Basket['items'] {
  const size = pick(BASKET_SIZES, random);
  const chosen = new Set(Array.from({ length: size }, () => pick(wheel, random)));
  return [...chosen].map((good) => ({ good, quantityMilli: quantityOf(good, random) }));
}

/** A weight between 200 g and 1.8 kg, or one piece, rarely two or three. */
function quantityOf({ unit }: DemoGood, random: Random): number {
  if (unit === 'kg') return 200 + Math.floor(random() * 1600);
  return pick([1000, 1000, 1000, 1000, 2000, 2000, 3000], random);
}

function pick<Thing>(things: readonly Thing[], random: Random): Thing {
  const thing = things[Math.floor(random() * things.length)];
  if (thing === undefined) throw new RangeError('There is nothing to choose from');
  return thing;
}
