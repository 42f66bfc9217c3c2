import fc from 'fast-check';
import { MAX_MINOR, mulDivRound } from '#shared/kernel/money';
import { FULL_MILLI_PERCENT } from '#shared/kernel/rate';
import {
  calculateLine,
  type Discount,
  type TicketDiscount,
  type TicketLineInput,
  type TicketRules,
} from '#shared/kernel/ticket';

/** A ticket that a till can make: no discount exceeds the amount it is taken from. */
export interface Ticket {
  lines: TicketLineInput[];
  ticketDiscount: TicketDiscount;
  rules: TicketRules;
}

/** A discount, before the amount it is taken from is known. */
type DiscountWish = { milliPercent: number } | { partMilliPercent: number } | null;

/** Common rates, the limits, and any other thousandth of a percent. */
export const rateArbitrary = fc.oneof(
  fc.constantFrom(0, 1, 6000, 8125, 9000, 10_000, 21_000, 33_333, FULL_MILLI_PERCENT),
  fc.integer({ min: 0, max: FULL_MILLI_PERCENT }),
);

const discountWish: fc.Arbitrary<DiscountWish> = fc.oneof(
  fc.constant(null),
  fc.record({ milliPercent: rateArbitrary }),
  fc.record({ partMilliPercent: rateArbitrary }),
);

/** Everyday goods, goods of up to 10^12 minor units, and scale labels with a price. */
const goods = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      quantityMilli: fc.oneof(
        fc.integer({ min: 1, max: 12 }).map((pieces) => pieces * 1000),
        fc.integer({ min: 1, max: 50_000 }),
      ),
      unitPriceMinor: fc.integer({ min: 0, max: 3000 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      quantityMilli: fc.integer({ min: 1, max: 1000 }),
      unitPriceMinor: fc.integer({ min: 0, max: MAX_MINOR }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      quantityMilli: fc.integer({ min: 1, max: 50_000 }),
      unitPriceMinor: fc.integer({ min: 0, max: 3000 }),
      fixedGrossMinor: fc.integer({ min: 0, max: MAX_MINOR }),
    }),
  },
);

function lineArbitrary(returned: fc.Arbitrary<boolean>): fc.Arbitrary<TicketLineInput> {
  return fc
    .record({
      goods,
      standingDiscountMilliPercent: fc.oneof(fc.constant(0), rateArbitrary),
      wish: discountWish,
      taxRateMilliPercent: rateArbitrary,
      returned,
    })
    .map(({ goods, wish, ...rest }) => {
      const line = { ...goods, ...rest, lineDiscount: null };
      return { ...line, lineDiscount: discountOf(wish, Math.abs(calculateLine(line).lineTotalMinor)) };
    });
}

/** The rules of a sale: prices with or without tax, tax rounded per rate or per line. */
export const rulesArbitrary: fc.Arbitrary<TicketRules> = fc.record({
  pricesIncludeTax: fc.boolean(),
  taxRounding: fc.constantFrom('rate', 'line'),
});

/** Tickets with sold goods and, optionally, returned goods. */
export function ticketArbitrary(options: { withReturns: boolean; maxLines: number }): fc.Arbitrary<Ticket> {
  const returned = options.withReturns ? fc.boolean() : fc.constant(false);
  return fc
    .record({
      lines: fc.array(lineArbitrary(returned), { minLength: 1, maxLength: options.maxLines }),
      wish: discountWish,
      rules: rulesArbitrary,
    })
    .map(({ lines, wish, rules }) => {
      const sold = lines.filter((line) => !line.returned).map((line) => calculateLine(line).lineTotalMinor);
      const soldMinor = sold.reduce((sum, net) => sum + net, 0);
      return { lines, rules, ticketDiscount: discountOf(wish, soldMinor) };
    });
}

function discountOf(wish: DiscountWish, amountMinor: number): Discount | null {
  if (wish === null) return null;
  if ('milliPercent' in wish) return { kind: 'percent', milliPercent: wish.milliPercent };
  return { kind: 'amount', minor: mulDivRound(amountMinor, wish.partMilliPercent, FULL_MILLI_PERCENT) };
}
