import fc from 'fast-check';
import { MAX_MINOR, mulDivRound } from '#shared/kernel/money';
import {
  type Discount,
  reckonLine,
  type TicketDiscount,
  type TicketLineInput,
  type TicketRules,
} from '#shared/kernel/ticket';

/** A ticket that a till can make: no discount on it exceeds what it is taken from. */
export interface Ticket {
  lines: TicketLineInput[];
  ticketDiscount: TicketDiscount;
  rules: TicketRules;
}

/** What a discount shall be, before it is known what it is taken from. */
type DiscountWish = { percentBp: number } | { partBp: number } | null;

const bp = fc.oneof(fc.constantFrom(0, 600, 900, 1000, 2100, 10_000), fc.integer({ min: 0, max: 10_000 }));

const discountWish: fc.Arbitrary<DiscountWish> = fc.oneof(
  fc.constant(null),
  fc.record({ percentBp: bp }),
  fc.record({ partBp: bp }),
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
      standingDiscountBp: fc.oneof(fc.constant(0), bp),
      wish: discountWish,
      taxRateBp: bp,
      returned,
    })
    .map(({ goods, wish, ...rest }) => {
      const line = { ...goods, ...rest, lineDiscount: null };
      return { ...line, lineDiscount: discountOf(wish, Math.abs(reckonLine(line).netMinor)) };
    });
}

/** The sale's rules: prices with or without tax, tax rounded per rate or per line. */
export const rulesArbitrary: fc.Arbitrary<TicketRules> = fc.record({
  pricesIncludeTax: fc.boolean(),
  taxRounding: fc.constantFrom('rate', 'line'),
});

/** Tickets with goods sold and, if wanted, goods taken back beside them. */
export function ticketArbitrary(options: { withReturns: boolean; maxLines: number }): fc.Arbitrary<Ticket> {
  const returned = options.withReturns ? fc.boolean() : fc.constant(false);
  return fc
    .record({
      lines: fc.array(lineArbitrary(returned), { minLength: 1, maxLength: options.maxLines }),
      wish: discountWish,
      rules: rulesArbitrary,
    })
    .map(({ lines, wish, rules }) => {
      const sold = lines.filter((line) => !line.returned).map((line) => reckonLine(line).netMinor);
      const soldMinor = sold.reduce((sum, net) => sum + net, 0);
      return { lines, rules, ticketDiscount: discountOf(wish, soldMinor) };
    });
}

function discountOf(wish: DiscountWish, amountMinor: number): Discount | null {
  if (wish === null) return null;
  if ('percentBp' in wish) return { kind: 'percent', bp: wish.percentBp };
  return { kind: 'amount', minor: mulDivRound(amountMinor, wish.partBp, 10_000) };
}
