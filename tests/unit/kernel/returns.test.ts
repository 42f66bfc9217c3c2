import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundCash, type Tender } from '#shared/kernel/cash';
import { mulDivRound } from '#shared/kernel/money';
import { FULL_MILLI_PERCENT } from '#shared/kernel/rate';
import { calculateReturn, type OriginalSale, type ReturnTotals } from '#shared/kernel/returns';
import {
  calculateTicket,
  type TicketDiscount,
  type TicketLineInput,
  type TicketRules,
} from '#shared/kernel/ticket';
import { ticketArbitrary } from './arbitrary-tickets';

const withTax: TicketRules = { pricesIncludeTax: true, taxRounding: 'rate' };
const withoutTax: TicketRules = { pricesIncludeTax: false, taxRounding: 'rate' };

function line(pieces: number, unitPriceMinor: number): TicketLineInput {
  return {
    quantityMilli: pieces * 1000,
    unitPriceMinor,
    standingDiscountMilliPercent: 0,
    lineDiscount: null,
    taxRateMilliPercent: 21_000,
  };
}

/** A paid sale: the card part exact, the rest in cash and rounded. */
function sell(
  lines: readonly TicketLineInput[],
  rules: TicketRules,
  paid: { cardMilliPercent?: number; cashStepMinor?: number; ticketDiscount?: TicketDiscount } = {},
): OriginalSale {
  const { cardMilliPercent = 0, cashStepMinor = 1, ticketDiscount = null } = paid;
  const { lines: totals, totalMinor } = calculateTicket(lines, ticketDiscount, rules);
  const cardMinor = mulDivRound(totalMinor, cardMilliPercent, FULL_MILLI_PERCENT);
  const tenders = [
    { kind: 'cash', amountMinor: roundCash(totalMinor - cardMinor, cashStepMinor) },
    { kind: 'card', amountMinor: cardMinor },
  ].filter((tender) => tender.amountMinor > 0);
  return {
    lines: totals.map((each, index) => ({ ...each, quantityMilli: lines[index]?.quantityMilli ?? 0 })),
    tenders,
    cashStepMinor,
    pricesIncludeTax: rules.pricesIncludeTax,
  };
}

/** Returns the portions one after another, each on top of the earlier ones. */
function returnGoods(sale: OriginalSale, portions: readonly (readonly number[])[]): ReturnTotals[] {
  const returned: ReturnTotals[] = [];
  let quantitiesMilli = sale.lines.map(() => 0);
  for (const nowMilli of portions) {
    const givenBackMinor = sum(returned.map((each) => each.dueMinor));
    returned.push(calculateReturn(sale, { quantitiesMilli, givenBackMinor }, nowMilli));
    quantitiesMilli = quantitiesMilli.map((before, index) => before + (nowMilli[index] ?? 0));
  }
  return returned;
}

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
const paidFor = (sale: OriginalSale) => sum(sale.tenders.map((tender) => tender.amountMinor));

describe('a return', () => {
  it('of 3 x 0.99 paid 2.95 in cash, one by one, refunds 1.00, 1.00 and 0.95', () => {
    const sale = sell([line(3, 99)], withTax, { cashStepMinor: 5 });
    const returned = returnGoods(sale, [[1000], [1000], [1000]]);
    expect(returned.map((each) => each.dueMinor)).toEqual([100, 100, 95]);
    expect(returned.map((each) => each.cashRoundingMinor)).toEqual([1, 1, -4]);
    expect(returned.map((each) => each.complete)).toEqual([false, false, true]);
  });

  it('of two lines of 0.12 without tax at 21 %, paid 0.29, refunds 0.15, then 0.14', () => {
    const sale = sell([line(1, 12), line(1, 12)], withoutTax);
    const portions = [
      [1000, 0],
      [0, 1000],
    ];
    const returned = returnGoods(sale, portions);
    expect(returned.map((each) => each.dueMinor)).toEqual([15, 14]);
    expect(returned[0]?.taxes).toEqual([
      { taxRateMilliPercent: 21_000, exclTaxMinor: 12, taxMinor: 3, inclTaxMinor: 15 },
    ]);
  });

  it('by card is never rounded to coins', () => {
    const sale = sell([line(3, 99)], withTax, { cardMilliPercent: FULL_MILLI_PERCENT, cashStepMinor: 5 });
    const returned = returnGoods(sale, [[2000], [1000]]);
    expect(returned.map((each) => each.dueMinor)).toEqual([198, 99]);
    expect(returned.map((each) => each.cashRoundingMinor)).toEqual([0, 0]);
  });

  it('of a sale paid by card and in cash refunds the card first, and cash in whole steps', () => {
    const sale = sell([line(3, 99)], withTax, { cardMilliPercent: 40_000, cashStepMinor: 5 });
    expect(sale.tenders).toEqual([
      { kind: 'cash', amountMinor: 180 },
      { kind: 'card', amountMinor: 119 },
    ]);
    const returned = returnGoods(sale, [[1000], [1000], [1000]]);
    expect(returned.map((each) => each.refundsMinor)).toEqual([
      [0, 99],
      [80, 20],
      [100, 0],
    ]);
  });

  it('refunds what was paid after the ticket discount, and reports the returned part of the discount', () => {
    const ticketDiscount = { kind: 'amount', minor: 100 } as const;
    const sale = sell([line(2, 300), line(1, 400)], withTax, { ticketDiscount });
    const [first] = returnGoods(sale, [[1000, 0]]);
    expect(first?.lines[0]).toEqual({
      quantityMilli: 1000,
      taxRateMilliPercent: 21_000,
      ticketDiscountMinor: 30,
      netMinor: 270,
      taxMinor: 47,
      exclTaxMinor: 223,
      inclTaxMinor: 270,
    });
    expect(first).toMatchObject({ dueMinor: 270, totalMinor: 270, taxMinor: 47, complete: false });
  });

  it("gives line amounts with or without tax as the store's prices are", () => {
    const [priced] = returnGoods(sell([line(1, 100)], withoutTax), [[1000]]);
    expect(priced?.lines[0]).toMatchObject({ netMinor: 100, exclTaxMinor: 100, inclTaxMinor: 121 });
  });

  it('of the last piece refunds the rest, even if that is less than its share', () => {
    const sale = sell([line(2, 100)], withTax);
    const last = calculateReturn(sale, { quantitiesMilli: [1000], givenBackMinor: 170 }, [1000]);
    expect(last).toMatchObject({ dueMinor: 30, totalMinor: 100, cashRoundingMinor: -70, complete: true });
  });

  it('is limited by what was paid, even if the total rounds to something else', () => {
    const sale = sell([line(3, 99)], withTax, { cashStepMinor: 5 });
    const paid = (amountMinor: number) => ({ ...sale, tenders: [{ kind: 'cash', amountMinor }] });
    const oneByOne = [[1000], [1000], [1000]];
    expect(returnGoods(paid(300), oneByOne).map((each) => each.dueMinor)).toEqual([100, 100, 100]);
    expect(returnGoods(paid(190), oneByOne).map((each) => each.dueMinor)).toEqual([100, 90, 0]);
  });

  it('never refunds more tax than money for a piece worth less than a cent', () => {
    const ticketDiscount = { kind: 'amount', minor: 3 } as const;
    const sale = sell([{ ...line(4, 1), taxRateMilliPercent: FULL_MILLI_PERCENT }], withoutTax, {
      ticketDiscount,
    });
    const returned = returnGoods(sale, [[1000], [1000], [1000], [1000]]);
    const amounts = returned.map((each) => [each.totalMinor, each.taxMinor]);
    expect(amounts).toEqual([
      [1, 1],
      [0, 0],
      [1, 0],
      [0, 0],
    ]);
  });

  it('refunds nothing, instead of a negative amount, when more than the running total was refunded', () => {
    const sale = sell([line(3, 100)], withTax);
    const next = calculateReturn(sale, { quantitiesMilli: [1000], givenBackMinor: 250 }, [1000]);
    expect(next.dueMinor).toBe(0);
  });

  it('of more than was sold is refused, and so are quantities that match no line', () => {
    const sale = sell([line(2, 100)], withTax);
    const back = (before: number[], now: number[]) => () =>
      calculateReturn(sale, { quantitiesMilli: before, givenBackMinor: 0 }, now);
    expect(back([0], [2001])).toThrow(RangeError);
    expect(back([1500], [501])).toThrow(RangeError);
    expect(back([1000], [-1])).toThrow(RangeError);
    expect(back([0], [0.5])).toThrow(RangeError);
    expect(back([0], [1000, 0])).toThrow(RangeError);
    expect(back([], [1000])).toThrow(RangeError);
  });
});

describe('any sale', () => {
  /** A sale and, for each line and portion, the part of the rest that is returned. */
  const saleAndPortions = fc
    .record({
      ticket: ticketArbitrary({ withReturns: false, maxLines: 8 }),
      cardMilliPercent: fc.oneof(
        fc.constantFrom(0, FULL_MILLI_PERCENT),
        fc.integer({ min: 0, max: FULL_MILLI_PERCENT }),
      ),
      cashStepMinor: fc.constantFrom(0, 1, 5, 10, 50, 100),
      partsMilliPercent: fc.array(
        fc.array(fc.constantFrom(0, 0, 1, 25_000, 33_333, 50_000, FULL_MILLI_PERCENT), {
          minLength: 8,
          maxLength: 8,
        }),
        { maxLength: 6 },
      ),
    })
    .map(({ ticket, cardMilliPercent, cashStepMinor, partsMilliPercent }) => {
      const { lines, rules, ticketDiscount } = ticket;
      const left = lines.map((each) => each.quantityMilli);
      const portions = partsMilliPercent.map((parts) =>
        left.map((leftMilli, index) => {
          const nowMilli = mulDivRound(leftMilli, parts[index] ?? 0, FULL_MILLI_PERCENT);
          left[index] = leftMilli - nowMilli;
          return nowMilli;
        }),
      );
      const sale = sell(lines, rules, { cardMilliPercent, cashStepMinor, ticketDiscount });
      return { sale, portions: [...portions, left] };
    });

  it('returned whole, in any portions, refunds exactly what was paid, and never more in between', () => {
    fc.assert(
      fc.property(saleAndPortions, ({ sale, portions }) => {
        const paidMinor = paidFor(sale);
        let runningMinor = 0;
        for (const { dueMinor } of returnGoods(sale, portions)) {
          expect(dueMinor).toBeGreaterThanOrEqual(0);
          runningMinor += dueMinor;
          expect(runningMinor).toBeLessThanOrEqual(paidMinor);
        }
        expect(runningMinor).toBe(paidMinor);
      }),
      { numRuns: 1000 },
    );
  });

  it('is refunded to each tender exactly as paid, with cash in whole steps', () => {
    fc.assert(
      fc.property(saleAndPortions, ({ sale, portions }) => {
        const returned = returnGoods(sale, portions);
        for (const each of returned) {
          expect(sum(each.refundsMinor)).toBe(each.dueMinor);
          expect(Math.min(0, ...each.refundsMinor)).toBe(0);
        }
        for (const [index, tender] of sale.tenders.entries()) {
          const refundsMinor = returned.map((each) => each.refundsMinor[index] ?? 0);
          expect(sum(refundsMinor)).toBe(tender.amountMinor);
          const stepMinor = tender.kind === 'cash' ? Math.max(1, sale.cashStepMinor) : 1;
          for (const refundMinor of refundsMinor) expect(refundMinor % stepMinor).toBe(0);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('has returns that add up and together equal its lines, tax and discount', () => {
    fc.assert(
      fc.property(saleAndPortions, ({ sale, portions }) => {
        const returned = returnGoods(sale, portions);
        for (const each of returned) {
          for (const part of each.lines) {
            expect(part.exclTaxMinor + part.taxMinor).toBe(part.inclTaxMinor);
            const least = Math.min(part.exclTaxMinor, part.taxMinor, part.ticketDiscountMinor);
            expect(least).toBeGreaterThanOrEqual(0);
          }
          expect(sum(each.lines.map((part) => part.inclTaxMinor))).toBe(each.totalMinor);
          expect(sum(each.taxes.map((tax) => tax.inclTaxMinor))).toBe(each.totalMinor);
          expect(sum(each.taxes.map((tax) => tax.taxMinor))).toBe(each.taxMinor);
          expect(each.totalMinor + each.cashRoundingMinor).toBe(each.dueMinor);
        }
        for (const [index, sold] of sale.lines.entries()) {
          const parts = returned.map((each) => each.lines[index]);
          expect(sum(parts.map((part) => part?.inclTaxMinor ?? 0))).toBe(sold.inclTaxMinor);
          expect(sum(parts.map((part) => part?.taxMinor ?? 0))).toBe(sold.taxMinor);
          expect(sum(parts.map((part) => part?.ticketDiscountMinor ?? 0))).toBe(sold.ticketDiscountMinor);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('never refunds more than was paid or a negative amount, whatever was refunded before', () => {
    fc.assert(
      fc.property(
        saleAndPortions,
        fc.integer({ min: 0, max: FULL_MILLI_PERCENT }),
        ({ sale, portions }, partMilliPercent) => {
          const paidMinor = paidFor(sale);
          const givenBackMinor = mulDivRound(paidMinor, partMilliPercent, FULL_MILLI_PERCENT);
          const nowMilli = portions[0] ?? [];
          const soFar = { quantitiesMilli: sale.lines.map(() => 0), givenBackMinor };
          const { dueMinor, complete, refundsMinor } = calculateReturn(sale, soFar, nowMilli);
          expect(dueMinor).toBeGreaterThanOrEqual(0);
          expect(givenBackMinor + dueMinor).toBeLessThanOrEqual(paidMinor);
          if (complete) expect(givenBackMinor + dueMinor).toBe(paidMinor);
          expect(sum(refundsMinor)).toBe(dueMinor);
          const beyondTender = (tender: Tender, index: number) =>
            (refundsMinor[index] ?? 0) > tender.amountMinor;
          expect(sale.tenders.some(beyondTender)).toBe(false);
        },
      ),
      { numRuns: 500 },
    );
  });
});
