import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_MINOR, roundDiv } from '#shared/kernel/money';
import { FULL_MILLI_PERCENT } from '#shared/kernel/rate';
import {
  calculateLine,
  calculateTicket,
  lineDiscountExceeds,
  type TicketLineInput,
  type TicketRules,
  ticketDiscountExceeds,
} from '#shared/kernel/ticket';
import { rateArbitrary, type Ticket, ticketArbitrary } from './arbitrary-tickets';

const withTax: TicketRules = { pricesIncludeTax: true, taxRounding: 'rate' };
const withoutTax: TicketRules = { pricesIncludeTax: false, taxRounding: 'rate' };

function line(pieces: number, unitPriceMinor: number, rest: Partial<TicketLineInput> = {}): TicketLineInput {
  return {
    quantityMilli: pieces * 1000,
    unitPriceMinor,
    standingDiscountMilliPercent: 0,
    lineDiscount: null,
    taxRateMilliPercent: 21_000,
    ...rest,
  };
}

function calculate({ lines, ticketDiscount, rules }: Ticket) {
  return calculateTicket(lines, ticketDiscount, rules);
}

const sum = (amounts: readonly number[]) =>
  Number(amounts.reduce((total, amount) => total + BigInt(amount), 0n));

describe('a ticket line', () => {
  it('of 10.05 less 10 % is 9.04', () => {
    const discounted = line(1, 1005, { lineDiscount: { kind: 'percent', milliPercent: 10_000 } });
    expect(calculateLine(discounted)).toEqual({
      grossMinor: 1005,
      standingDiscountMinor: 0,
      lineDiscountMinor: 101,
      lineTotalMinor: 904,
    });
  });

  it("takes its own discount from the rest after the product's discount, each rounded", () => {
    const discounted = line(1, 1005, {
      standingDiscountMilliPercent: 10_000,
      lineDiscount: { kind: 'percent', milliPercent: 5000 },
    });
    expect(calculateLine(discounted)).toEqual({
      grossMinor: 1005,
      standingDiscountMinor: 101,
      lineDiscountMinor: 45,
      lineTotalMinor: 859,
    });
  });

  it('is exact to the gram: 0.755 kg at 1.99 is 1.50', () => {
    expect(calculateLine(line(0.755, 199)).grossMinor).toBe(150);
  });

  it('costs the price of its scale label, whatever weight is derived from it', () => {
    const labelled = line(1.234, 199, { fixedGrossMinor: 250, standingDiscountMilliPercent: 10_000 });
    expect(calculateLine(labelled)).toMatchObject({
      grossMinor: 250,
      standingDiscountMinor: 25,
      lineTotalMinor: 225,
    });
  });

  it('that is returned is the mirror image of a sold one', () => {
    const sold = line(3, 333, {
      standingDiscountMilliPercent: 15_000,
      lineDiscount: { kind: 'amount', minor: 5 },
    });
    expect(calculateLine({ ...sold, returned: true })).toEqual({
      grossMinor: -999,
      standingDiscountMinor: -150,
      lineDiscountMinor: -5,
      lineTotalMinor: -844,
    });
  });

  it("cannot be discounted by more than is left after the product's discount", () => {
    const discounted = (minor: number) =>
      line(1, 1000, { standingDiscountMilliPercent: 10_000, lineDiscount: { kind: 'amount', minor } });
    expect(lineDiscountExceeds(discounted(900))).toBe(false);
    expect(calculateLine(discounted(900)).lineTotalMinor).toBe(0);
    expect(lineDiscountExceeds(discounted(901))).toBe(true);
    expect(() => calculateLine(discounted(901))).toThrow(RangeError);
    expect(
      lineDiscountExceeds(line(1, 1000, { lineDiscount: { kind: 'percent', milliPercent: 100_001 } })),
    ).toBe(true);
    expect(lineDiscountExceeds(line(1, 1000))).toBe(false);
  });

  it.each<[string, Partial<TicketLineInput>]>([
    ['no quantity', { quantityMilli: 0 }],
    ['a negative quantity', { quantityMilli: -1000 }],
    ['a broken quantity', { quantityMilli: 0.5 }],
    ['a negative price', { unitPriceMinor: -1 }],
    ['a negative scale price', { fixedGrossMinor: -1 }],
    ['a standing discount above 100 %', { standingDiscountMilliPercent: 100_001 }],
    ['a negative line discount', { lineDiscount: { kind: 'amount', minor: -1 } }],
    ['a negative percentage', { lineDiscount: { kind: 'percent', milliPercent: -1 } }],
    ['a tax above 100 %', { taxRateMilliPercent: 100_001 }],
    ['an amount beyond 2^53', { quantityMilli: 2_000_000, unitPriceMinor: Number.MAX_SAFE_INTEGER }],
  ])('is refused with %s', (_case, rest) => {
    expect(() => calculateLine(line(1, 1000, rest))).toThrow(RangeError);
  });
});

describe('the tax of a ticket', () => {
  const fourGoods = [line(4, 148), line(1, 152), line(1, 154), line(1, 39)];

  it('of 4 x 1.48, 1.52, 1.54 and 0.39 without tax at 21 % is 1.97 by the sum', () => {
    const calculated = calculateTicket(fourGoods, null, withoutTax);
    expect(calculated.taxes).toEqual([
      { taxRateMilliPercent: 21_000, exclTaxMinor: 937, taxMinor: 197, inclTaxMinor: 1134 },
    ]);
    expect(calculated.totalMinor).toBe(1134);
  });

  it('of the same goods is 1.96 by the line', () => {
    const calculated = calculateTicket(fourGoods, null, { ...withoutTax, taxRounding: 'line' });
    expect(calculated.taxMinor).toBe(196);
    expect(calculated.lines.map((each) => each.taxMinor)).toEqual([124, 32, 32, 8]);
  });

  it('is allotted to two lines of 0.12 without tax at 21 % as 0.03 and 0.02', () => {
    const calculated = calculateTicket([line(1, 12), line(1, 12)], null, withoutTax);
    expect(calculated.lines.map((each) => each.taxMinor)).toEqual([3, 2]);
    expect(calculated.totalMinor).toBe(29);
  });

  it('is contained in prices that include tax', () => {
    const calculated = calculateTicket(
      [line(1, 1210), line(1, 109, { taxRateMilliPercent: 9000 })],
      null,
      withTax,
    );
    expect(calculated.totalMinor).toBe(1319);
    expect(calculated.taxes).toEqual([
      { taxRateMilliPercent: 9000, exclTaxMinor: 100, taxMinor: 9, inclTaxMinor: 109 },
      { taxRateMilliPercent: 21_000, exclTaxMinor: 1000, taxMinor: 210, inclTaxMinor: 1210 },
    ]);
  });

  it('offsets returned goods against sold goods at the same rate', () => {
    const calculated = calculateTicket([line(1, 1000), line(1, 990, { returned: true })], null, withoutTax);
    expect(calculated.lines.map((each) => each.taxMinor)).toEqual([210, -208]);
    expect(calculated).toMatchObject({ subtotalMinor: 10, taxMinor: 2, totalMinor: 12 });
  });
});

describe('a ticket discount', () => {
  it('adds up to the cent over the sold lines', () => {
    const lines = [line(1, 100), line(1, 100), line(1, 100)];
    const calculated = calculateTicket(lines, { kind: 'amount', minor: 100 }, withTax);
    expect(calculated.lines.map((each) => each.ticketDiscountMinor)).toEqual([34, 33, 33]);
    expect(calculated).toMatchObject({ subtotalMinor: 300, discountMinor: 100, totalMinor: 200 });
  });

  it('is a percentage of the sold lines, not of the returned ones', () => {
    const lines = [line(1, 1005), line(1, 500, { returned: true })];
    const calculated = calculateTicket(lines, { kind: 'percent', milliPercent: 10_000 }, withTax);
    expect(calculated.lines.map((each) => each.ticketDiscountMinor)).toEqual([101, 0]);
    expect(calculated).toMatchObject({ subtotalMinor: 505, discountMinor: 101, totalMinor: 404 });
  });

  it('does not apply to shipping, which is taxed with the goods of its rate', () => {
    const lines = [line(1, 1005), line(1, 500, { undiscounted: true })];
    const calculated = calculateTicket(lines, { kind: 'percent', milliPercent: 10_000 }, withTax);
    expect(calculated.lines.map((each) => each.ticketDiscountMinor)).toEqual([101, 0]);
    expect(calculated).toMatchObject({ discountMinor: 101, totalMinor: 1404, taxMinor: 244 });
  });

  it('cannot exceed the total of the sold lines', () => {
    const lines = [line(1, 1000, { standingDiscountMilliPercent: 10_000 }), line(1, 500, { returned: true })];
    const discount = (minor: number) => ({ kind: 'amount', minor }) as const;
    expect(ticketDiscountExceeds(lines, discount(900))).toBe(false);
    expect(calculateTicket(lines, discount(900), withTax).totalMinor).toBe(-500);
    expect(ticketDiscountExceeds(lines, discount(901))).toBe(true);
    expect(() => calculateTicket(lines, discount(901), withTax)).toThrow(RangeError);
    expect(ticketDiscountExceeds(lines, { kind: 'percent', milliPercent: 100_001 })).toBe(true);
    expect(ticketDiscountExceeds([], discount(1))).toBe(true);
    expect(ticketDiscountExceeds([], null)).toBe(false);
  });
});

describe('a rate in thousandths of a percent', () => {
  it.each([
    { rate: 8125, amount: 10_000, part: 813, within: 751 },
    { rate: 1, amount: 50_000, part: 1, within: 0 },
    { rate: 1, amount: 49_999, part: 0, within: 0 },
    { rate: 33_333, amount: 1000, part: 333, within: 250 },
    { rate: 33_333, amount: 100_000_000, part: 33_333_000, within: 24_999_812 },
    { rate: 0, amount: 1000, part: 0, within: 0 },
    { rate: FULL_MILLI_PERCENT, amount: 1000, part: 1000, within: 500 },
    { rate: FULL_MILLI_PERCENT, amount: MAX_MINOR, part: MAX_MINOR, within: MAX_MINOR / 2 },
    // As floats, the product would round up to the half that this one is just below.
    { rate: 33_333, amount: 999_999_950_003, part: 333_329_983_334, within: 249_998_112_496 },
  ])('$rate of $amount is $part, and $within where it is within it', ({ rate, amount, part, within }) => {
    const taxed = line(1, amount, { taxRateMilliPercent: rate });
    expect(calculateTicket([taxed], null, withoutTax).taxMinor).toBe(part);
    expect(calculateTicket([taxed], null, withTax).taxMinor).toBe(within);
    const discount = { kind: 'percent', milliPercent: rate } as const;
    expect(calculateLine(line(1, amount, { standingDiscountMilliPercent: rate })).lineTotalMinor).toBe(
      amount - part,
    );
    expect(calculateLine(line(1, amount, { lineDiscount: discount })).lineDiscountMinor).toBe(part);
    expect(calculateTicket([line(1, amount)], discount, withTax).discountMinor).toBe(part);
  });
});

describe('a ticket without lines', () => {
  it('amounts to zero', () => {
    expect(calculateTicket([], { kind: 'percent', milliPercent: 10_000 }, withTax)).toEqual({
      lines: [],
      taxes: [],
      subtotalMinor: 0,
      discountMinor: 0,
      taxMinor: 0,
      totalMinor: 0,
    });
  });
});

describe('any ticket', () => {
  const anyTicket = ticketArbitrary({ withReturns: true, maxLines: 30 });
  const anySale = ticketArbitrary({ withReturns: false, maxLines: 30 });
  const often = { numRuns: 500 };

  it('adds up to the cent, down its lines and across each', () => {
    fc.assert(
      fc.property(anyTicket, (ticket) => {
        const totals = calculate(ticket);
        for (const each of totals.lines) {
          const discounts = [each.standingDiscountMinor, each.lineDiscountMinor, each.ticketDiscountMinor];
          expect(each.grossMinor - sum(discounts)).toBe(each.netMinor);
          expect(each.exclTaxMinor + each.taxMinor).toBe(each.inclTaxMinor);
          expect(ticket.rules.pricesIncludeTax ? each.inclTaxMinor : each.exclTaxMinor).toBe(each.netMinor);
        }
        const column = (pick: (each: (typeof totals.lines)[number]) => number) => sum(totals.lines.map(pick));
        expect(column((each) => each.netMinor)).toBe(totals.subtotalMinor - totals.discountMinor);
        expect(column((each) => each.ticketDiscountMinor)).toBe(totals.discountMinor);
        expect(column((each) => each.taxMinor)).toBe(totals.taxMinor);
        expect(column((each) => each.inclTaxMinor)).toBe(totals.totalMinor);
        const taxOnTop = ticket.rules.pricesIncludeTax ? 0 : totals.taxMinor;
        expect(totals.totalMinor).toBe(totals.subtotalMinor - totals.discountMinor + taxOnTop);
      }),
      often,
    );
  });

  it("has, for each rate, the sum of the tax of that rate's lines", () => {
    fc.assert(
      fc.property(anyTicket, (ticket) => {
        const totals = calculate(ticket);
        for (const tax of totals.taxes) {
          const lines = totals.lines.filter((each) => each.taxRateMilliPercent === tax.taxRateMilliPercent);
          expect(tax.taxMinor).toBe(sum(lines.map((each) => each.taxMinor)));
          expect(tax.inclTaxMinor).toBe(sum(lines.map((each) => each.inclTaxMinor)));
          expect(tax.exclTaxMinor + tax.taxMinor).toBe(tax.inclTaxMinor);
        }
        const rates = totals.taxes.map((tax) => tax.taxRateMilliPercent);
        expect(rates).toEqual(
          [...new Set(totals.lines.map((each) => each.taxRateMilliPercent))].sort((a, b) => a - b),
        );
        expect(sum(totals.taxes.map((tax) => tax.inclTaxMinor))).toBe(totals.totalMinor);
      }),
      often,
    );
  });

  it('has its tax rounded once per rate or once per line, as the store sets', () => {
    fc.assert(
      fc.property(anyTicket, (ticket) => {
        const totals = calculate(ticket);
        const exactly = (netMinor: number, rateMilliPercent: number) =>
          Number(
            roundDiv(
              BigInt(netMinor) * BigInt(rateMilliPercent),
              BigInt(
                ticket.rules.pricesIncludeTax ? FULL_MILLI_PERCENT + rateMilliPercent : FULL_MILLI_PERCENT,
              ),
            ),
          );
        if (ticket.rules.taxRounding === 'line') {
          for (const each of totals.lines)
            expect(each.taxMinor).toBe(exactly(each.netMinor, each.taxRateMilliPercent));
          return;
        }
        for (const { taxRateMilliPercent, taxMinor } of totals.taxes) {
          const lines = totals.lines.filter((each) => each.taxRateMilliPercent === taxRateMilliPercent);
          expect(taxMinor).toBe(exactly(sum(lines.map((each) => each.netMinor)), taxRateMilliPercent));
          for (const each of lines) {
            expect(Math.abs(each.taxMinor - exactly(each.netMinor, taxRateMilliPercent))).toBeLessThanOrEqual(
              1,
            );
          }
        }
      }),
      often,
    );
  });

  it('applies each discount exactly, up to the largest amount', () => {
    const part = (amountMinor: number, rate: number) =>
      Number(roundDiv(BigInt(amountMinor) * BigInt(rate), BigInt(FULL_MILLI_PERCENT)));
    const rates = fc.record({ standing: rateArbitrary, own: rateArbitrary, ticket: rateArbitrary });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: MAX_MINOR }), rates, (priceMinor, { standing, own, ticket }) => {
        const sold = line(1, priceMinor, {
          standingDiscountMilliPercent: standing,
          lineDiscount: { kind: 'percent', milliPercent: own },
        });
        const totals = calculateTicket([sold], { kind: 'percent', milliPercent: ticket }, withTax);
        const afterStanding = priceMinor - part(priceMinor, standing);
        const afterOwn = afterStanding - part(afterStanding, own);
        expect(totals.subtotalMinor).toBe(afterOwn);
        expect(totals.discountMinor).toBe(part(afterOwn, ticket));
      }),
      { numRuns: 2000 },
    );
  });

  it('never brings a sold line below zero', () => {
    fc.assert(
      fc.property(anySale, (ticket) => {
        for (const each of calculate(ticket).lines) {
          const least = Math.min(each.netMinor, each.exclTaxMinor, each.taxMinor, each.ticketDiscountMinor);
          expect(least).toBeGreaterThanOrEqual(0);
        }
      }),
      often,
    );
  });

  it('returned line by line is the mirror image of its sale', () => {
    fc.assert(
      fc.property(anySale, ({ lines, rules }) => {
        const sold = calculateTicket(lines, null, rules);
        const returned = calculateTicket(
          lines.map((each) => ({ ...each, returned: true })),
          null,
          rules,
        );
        expect(returned.totalMinor).toBe(0 - sold.totalMinor);
        expect(returned.lines.map((each) => 0 - each.taxMinor)).toEqual(
          sold.lines.map((each) => each.taxMinor),
        );
      }),
      often,
    );
  });
});
