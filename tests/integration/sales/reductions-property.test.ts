import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Discount, Ticket } from '#shared/contract/sales-documents';
import { mulDivRound } from '#shared/kernel/money';
import { MILLI_PER_UNIT } from '#shared/kernel/quantity';
import { calculateLine, calculateTicket, type TicketLineInput } from '#shared/kernel/ticket';
import { handOver } from '../../support/approval';
import { stocked } from '../../support/sales';
import { openTestShop, type TestShop } from '../../support/test-store';

const REFUSED = ['APPROVAL_NEEDED', 'DISCOUNT_TOO_LARGE', 'NOT_FOUND'];

type Sales = ReturnType<TestShop['as']>['sales'];

/** An edit of the ticket on screen; `pick` chooses the line or the product. */
type Edit =
  | { do: 'add' | 'quantity'; pick: number; pieces: number }
  | { do: 'price'; pick: number; priceMinor: number | null }
  | { do: 'discount'; pick: number; discount: Discount }
  | { do: 'ticketDiscount'; discount: Discount }
  | { do: 'void'; pick: number };

const pick = fc.nat({ max: 5 });
const pieces = fc.integer({ min: 1, max: 8 });
const discount: fc.Arbitrary<Discount> = fc.oneof(
  fc.record({ kind: fc.constant('percent' as const), milliPercent: fc.integer({ min: 1, max: 100_000 }) }),
  fc.record({ kind: fc.constant('amount' as const), minor: fc.integer({ min: 1, max: 3000 }) }),
);
const discountOrNone = fc.option(discount, { freq: 4 });
const priceMinor = fc.option(fc.integer({ min: 0, max: 3000 }), { freq: 4 });

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ do: fc.constantFrom('add' as const, 'quantity' as const), pick, pieces }),
  fc.record({ do: fc.constant('price' as const), pick, priceMinor }),
  fc.record({ do: fc.constant('discount' as const), pick, discount: discountOrNone }),
  fc.record({ do: fc.constant('ticketDiscount' as const), discount: discountOrNone }),
  fc.record({ do: fc.constant('void' as const), pick }),
);

let shop: TestShop;
let products: number[];
beforeAll(async () => {
  shop = await openTestShop();
  const onHandMilli = 1_000_000;
  products = [
    await stocked(shop, { name: 'Mug', priceMinor: 600, onHandMilli }),
    await stocked(shop, { name: 'Pen', priceMinor: 199, onHandMilli }),
    await stocked(shop, { name: 'Soap', priceMinor: 1050, discountMilliPercent: 10_000, onHandMilli }),
  ];
});
afterAll(() => shop.close());

const at = <Item>(items: readonly Item[], index: number): Item | undefined => items[index % items.length];

/** Makes an edit; a refusal is accepted. */
async function attempt(sales: Sales, made: Edit): Promise<void> {
  const ticket = await sales.currentTicket();
  const lineOf = (index: number) => at(ticket?.lines ?? [], index)?.id ?? 999_999;
  const run = (): Promise<unknown> => {
    switch (made.do) {
      case 'add':
        return sales.addLine({ productId: at(products, made.pick) ?? 0, quantityMilli: made.pieces * 1000 });
      case 'quantity':
        return sales.changeLine({ lineId: lineOf(made.pick), quantityMilli: made.pieces * 1000 });
      case 'price':
        return sales.overridePrice({ lineId: lineOf(made.pick), unitPriceMinor: made.priceMinor });
      case 'discount':
        return sales.discountLine({ lineId: lineOf(made.pick), discount: made.discount });
      case 'ticketDiscount':
        return sales.discountTicket({ ticketId: ticket?.id ?? 999_999, discount: made.discount });
      case 'void':
        return sales.voidLine({ lineId: lineOf(made.pick) });
    }
  };
  try {
    await run();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && REFUSED.includes(String(error.code)))) throw error;
  }
}

/** A line of a ticket as it is, and at its list price without its line discount. */
const inputsOf = ({ lines }: Ticket): { is: TicketLineInput; atListPrice: TicketLineInput }[] =>
  lines.map((line) => {
    const {
      quantityMilli,
      listPriceMinor,
      unitPriceMinor,
      standingDiscountMilliPercent,
      taxRateMilliPercent,
    } = line;
    const atListPrice = {
      quantityMilli,
      unitPriceMinor: listPriceMinor,
      standingDiscountMilliPercent,
      taxRateMilliPercent,
      lineDiscount: null,
    };
    return { is: { ...atListPrice, unitPriceMinor, lineDiscount: line.discount }, atListPrice };
  });

/** How much less the goods cost than at their list prices, summed over the lines that cost less. */
function takenOffMinor(ticket: Ticket): number {
  const inputs = inputsOf(ticket);
  const rules = { pricesIncludeTax: true, taxRounding: 'rate' } as const;
  const { lines } = calculateTicket(
    inputs.map(({ is }) => is),
    ticket.discount,
    rules,
  );
  return inputs.reduce((sum, { atListPrice }, index) => {
    const costs = lines[index]?.lineTotalMinor ?? 0;
    return sum + Math.max(0, calculateLine(atListPrice).lineTotalMinor - costs);
  }, 0);
}

/** The money that every lower price and every discount on the ticket takes off. */
function approvedMinor(ticket: Ticket): number {
  const ofLines = inputsOf(ticket).map(({ is, atListPrice }) => {
    const { grossMinor, lineDiscountMinor } = calculateLine(is);
    const listGrossMinor = mulDivRound(is.quantityMilli, atListPrice.unitPriceMinor, MILLI_PER_UNIT);
    return Math.max(0, listGrossMinor - grossMinor) + lineDiscountMinor;
  });
  return ofLines.reduce((sum, minor) => sum + minor, ticket.totals.discountMinor);
}

/** Each line, and its share of the ticket's discount, may be rounded by half a minor unit. */
function expectAtMost(ticket: Ticket, minor: number): void {
  expect(takenOffMinor(ticket)).toBeLessThanOrEqual(minor + ticket.lines.length);
}

test('without a new approval, no edit by a cashier takes off more money than was approved', async () => {
  const manager = shop.as('manager').sales;
  const cashier = shop.as('cashier').sales;
  await fc.assert(
    fc.asyncProperty(
      fc.array(edit, { minLength: 2, maxLength: 8 }),
      fc.array(edit, { minLength: 1, maxLength: 14 }),
      async (given, made) => {
        await manager.addLine({ productId: at(products, 0) ?? 0 });
        for (const each of given) await attempt(manager, each);
        const start = await manager.currentTicket();
        if (!start || start.lines.length === 0) return;
        await handOver(manager, cashier);
        try {
          for (const each of made) {
            await attempt(cashier, each);
            const ticket = await cashier.currentTicket();
            if (ticket) expectAtMost(ticket, approvedMinor(start));
          }
        } finally {
          const left = await cashier.currentTicket();
          if (left) await cashier.voidTicket({ ticketId: left.id });
        }
      },
    ),
    { numRuns: 60 },
  );
});
