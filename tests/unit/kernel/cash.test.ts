import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likelyNotes, roundCash, settle } from '#shared/kernel/cash';
import { MAX_MINOR } from '#shared/kernel/money';

const step = fc.constantFrom(0, 1, 5, 10, 50, 100);
const amount = fc.oneof(fc.nat(5000), fc.nat(MAX_MINOR));

describe('cash rounding', () => {
  it.each([
    [16_144, 5, 16_145],
    [23_651, 5, 23_650],
    [297, 5, 295],
    [298, 5, 300],
    [-297, 5, -295],
    [-298, 5, -300],
    [5, 10, 10],
    [-5, 10, -10],
    [4, 10, 0],
    [-4, 10, 0],
    [297, 1, 297],
    [297, 0, 297],
  ])('%d to steps of %d is %d', (amountMinor, stepMinor, expected) => {
    expect(roundCash(amountMinor, stepMinor)).toBe(expected);
  });

  it('is to the nearest step, and symmetric around zero', () => {
    fc.assert(
      fc.property(amount, step, (amountMinor, stepMinor) => {
        const rounded = roundCash(amountMinor, stepMinor);
        expect(Math.abs(rounded - amountMinor) * 2).toBeLessThanOrEqual(stepMinor <= 1 ? 0 : stepMinor);
        expect(rounded % Math.max(1, stepMinor)).toBe(0);
        expect(roundCash(0 - amountMinor, stepMinor)).toBe(0 - rounded);
      }),
    );
  });

  it('refuses an invalid step', () => {
    expect(() => roundCash(100, -5)).toThrow(RangeError);
    expect(() => roundCash(100, 0.5)).toThrow(RangeError);
  });
});

describe('the cash keys', () => {
  it.each([
    [1234, 'EUR', [1234, 1500, 2000, 5000, 10_000]],
    [16_145, 'EUR', [16_145, 16_500, 17_000, 18_000, 20_000]],
    [500, 'EUR', [500, 1000, 2000, 5000, 10_000]],
    [20_000, 'EUR', [20_000]],
    [1299, 'USD', [1299, 1300, 1500, 2000, 5000]],
    [1800, 'JPY', [1800, 2000, 5000, 10_000]],
    [1234, 'XTS', [1234, 1500, 2000, 5000, 10_000]],
    [7, 'XTS', [7, 8, 10]],
  ])('for %d of %s are %j', (dueMinor, currency, expected) => {
    expect(likelyNotes(dueMinor, currency)).toEqual(expected);
  });

  it('are none when nothing is due', () => {
    expect(likelyNotes(0, 'EUR')).toEqual([]);
    expect(likelyNotes(-500, 'EUR')).toEqual([]);
  });

  it('are at most five, start with the exact amount and increase', () => {
    const due = fc.integer({ min: 1, max: MAX_MINOR });
    fc.assert(
      fc.property(due, fc.constantFrom('EUR', 'SEK', 'JPY', 'KWD', 'XTS'), (dueMinor, currency) => {
        const keys = likelyNotes(dueMinor, currency);
        expect(keys[0]).toBe(dueMinor);
        expect(keys.length).toBeLessThanOrEqual(5);
        expect(keys).toEqual([...new Set(keys)].sort((one, other) => one - other));
      }),
    );
  });
});

const cash = (amountMinor: number) => ({ kind: 'cash', amountMinor });
const card = (amountMinor: number) => ({ kind: 'card', amountMinor });

describe('settling a sale', () => {
  it('requires the cash amount before any tender, and rounds nothing yet', () => {
    expect(settle({ totalMinor: 16_144, tenders: [], cashStepMinor: 5 })).toEqual({
      ok: true,
      dueMinor: 16_144,
      cashRoundingMinor: 0,
      cashDueMinor: 16_145,
      changeMinor: 0,
      remainingMinor: 16_144,
      remainingCashMinor: 16_145,
      remainingExactMinor: 16_144,
    });
  });

  it('rounds cash and gives change on it', () => {
    const tenders = [{ kind: 'cash', amountMinor: 20_000 }];
    expect(settle({ totalMinor: 16_144, tenders, cashStepMinor: 5 })).toEqual({
      ok: true,
      dueMinor: 16_145,
      cashRoundingMinor: 1,
      cashDueMinor: 16_145,
      changeMinor: 3855,
      remainingMinor: 0,
      remainingCashMinor: 0,
      remainingExactMinor: 0,
    });
  });

  it('never rounds a card payment', () => {
    const tenders = [{ kind: 'card', amountMinor: 16_144 }];
    const settled = settle({ totalMinor: 16_144, tenders, cashStepMinor: 5 });
    expect(settled).toMatchObject({ dueMinor: 16_144, cashRoundingMinor: 0, remainingMinor: 0 });
  });

  it('rounds only the cash part after a card, and gives change on the cash that follows', () => {
    const tenders = [
      { kind: 'card', amountMinor: 533 },
      { kind: 'cash', amountMinor: 1000 },
    ];
    expect(settle({ totalMinor: 1099, tenders, cashStepMinor: 5 })).toEqual({
      ok: true,
      dueMinor: 1098,
      cashRoundingMinor: -1,
      cashDueMinor: 565,
      changeMinor: 435,
      remainingMinor: 0,
      remainingCashMinor: 0,
      remainingExactMinor: 0,
    });
  });

  it('reports what remains after some cash: exact by card, rounded in cash', () => {
    const tenders = [{ kind: 'cash', amountMinor: 500 }];
    const settled = settle({ totalMinor: 1002, tenders, cashStepMinor: 5 });
    expect(settled).toMatchObject({ cashRoundingMinor: 0, remainingMinor: 502, remainingCashMinor: 500 });
    expect(settled).toMatchObject({ remainingExactMinor: 502 });
  });

  it('settles a few cents that round to zero with a cash tender of zero', () => {
    const open = settle({ totalMinor: 2, tenders: [], cashStepMinor: 5 });
    expect(open).toMatchObject({ remainingMinor: 2, remainingCashMinor: 0 });
    const tenders = [{ kind: 'cash', amountMinor: 0 }];
    const settled = settle({ totalMinor: 2, tenders, cashStepMinor: 5 });
    expect(settled).toMatchObject({ dueMinor: 0, cashRoundingMinor: -2, remainingMinor: 0 });
  });

  it.each([
    [48, 2],
    [49, 1],
  ])('is not settled by %i in cash of 47, which coins of 10 make 50', (amountMinor, remainingMinor) => {
    const tenders = [{ kind: 'cash', amountMinor }];
    expect(settle({ totalMinor: 47, tenders, cashStepMinor: 10 })).toMatchObject({
      dueMinor: 50,
      cashRoundingMinor: 3,
      changeMinor: 0,
      remainingMinor,
      remainingCashMinor: remainingMinor,
      remainingExactMinor: 0,
    });
    const refunds = [{ kind: 'cash', amountMinor: -amountMinor }];
    expect(settle({ totalMinor: -47, tenders: refunds, cashStepMinor: 10 })).toMatchObject({
      dueMinor: -50,
      remainingMinor: -remainingMinor,
    });
  });

  it('refuses a card beyond what is due, since no change is given on it', () => {
    const tenders = [
      { kind: 'voucher', amountMinor: 500 },
      { kind: 'card', amountMinor: 600 },
    ];
    const settled = settle({ totalMinor: 1000, tenders, cashStepMinor: 5 });
    expect(settled).toEqual({ ok: false, error: 'overpaidByCard', dueMinor: 500 });
  });

  it.each([
    ['30 in cash and 50 by card', [cash(3000), card(5000)], 3000],
    ['50 by card after 30 in cash, wherever more cash follows', [cash(3000), card(5000), cash(1000)], 3000],
    ['a voucher after cash and card', [cash(1000), card(4000), { kind: 'voucher', amountMinor: 1001 }], 1000],
    ['a card once cash has settled it', [cash(10_000), card(1)], 0],
  ])('refuses %s on 60, beyond what is left for a card', (_, tenders, dueMinor) => {
    expect(settle({ totalMinor: 6000, tenders, cashStepMinor: 5 })).toEqual({
      ok: false,
      error: 'overpaidByCard',
      dueMinor,
    });
  });

  it('gives change on the cash that follows a card', () => {
    const tenders = [card(5000), cash(3000)];
    expect(settle({ totalMinor: 6000, tenders, cashStepMinor: 5 })).toMatchObject({
      ok: true,
      changeMinor: 2000,
    });
  });

  it('refunds, with the cash part rounded', () => {
    const tenders = [{ kind: 'cash', amountMinor: -295 }];
    expect(settle({ totalMinor: -297, tenders, cashStepMinor: 5 })).toEqual({
      ok: true,
      dueMinor: -295,
      cashRoundingMinor: 2,
      cashDueMinor: -295,
      changeMinor: 0,
      remainingMinor: 0,
      remainingCashMinor: 0,
      remainingExactMinor: 0,
    });
  });

  it('refuses to refund more than is due, by card or in cash', () => {
    const refund = (kind: string) =>
      settle({ totalMinor: -297, tenders: [{ kind, amountMinor: -300 }], cashStepMinor: 5 });
    expect(refund('card')).toEqual({ ok: false, error: 'refundBeyondDue', dueMinor: -297 });
    expect(refund('cash')).toEqual({ ok: false, error: 'refundBeyondDue', dueMinor: -295 });
  });

  it('refuses tenders with the opposite sign of the total', () => {
    const cash = (amountMinor: number) => [{ kind: 'cash', amountMinor }];
    expect(() => settle({ totalMinor: 100, tenders: cash(-5), cashStepMinor: 5 })).toThrow(RangeError);
    expect(() => settle({ totalMinor: -100, tenders: cash(5), cashStepMinor: 5 })).toThrow(RangeError);
  });

  it('adds up to the cent: tenders less change plus the remainder are the total plus rounding', () => {
    const tender = fc.record({ kind: fc.constantFrom('cash', 'card', 'voucher'), amountMinor: amount });
    fc.assert(
      fc.property(amount, fc.array(tender, { maxLength: 4 }), step, (totalMinor, tenders, cashStepMinor) => {
        const settled = settle({ totalMinor, tenders, cashStepMinor });
        const exact = tenders
          .filter(({ kind }) => kind !== 'cash')
          .reduce((sum, { amountMinor }) => sum + amountMinor, 0);
        // The exact remainder before each tender, and the part of the tender beyond it.
        const beyond = tenders.filter(({ kind, amountMinor }, index) => {
          const before = tenders.slice(0, index).reduce((sum, tender) => sum + tender.amountMinor, 0);
          return kind !== 'cash' && amountMinor > Math.max(totalMinor - before, 0);
        });
        if (!settled.ok) {
          expect(settled.error).toBe('overpaidByCard');
          expect(settled.dueMinor).toBeGreaterThanOrEqual(0);
          return;
        }
        expect(beyond).toEqual([]);
        const withCard = (amountMinor: number) =>
          settle({ totalMinor, tenders: [...tenders, { kind: 'card', amountMinor }], cashStepMinor });
        const { remainingExactMinor } = settled;
        if (remainingExactMinor > 0)
          expect(withCard(remainingExactMinor)).toMatchObject({ remainingMinor: 0 });
        expect(withCard(remainingExactMinor + 1)).toMatchObject({ ok: false, dueMinor: remainingExactMinor });
        const given = tenders.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
        expect(given - settled.changeMinor + settled.remainingMinor).toBe(settled.dueMinor);
        expect(settled.dueMinor).toBe(totalMinor + settled.cashRoundingMinor);
        expect(settled.changeMinor).toBeLessThanOrEqual(given - exact);
        expect(Math.abs(settled.cashRoundingMinor) * 2).toBeLessThanOrEqual(cashStepMinor);
        expect(settled.remainingMinor).toBeGreaterThanOrEqual(0);
        if (given < totalMinor && settled.remainingMinor !== 0) expect(settled.cashRoundingMinor).toBe(0);
      }),
      { numRuns: 1000 },
    );
  });
});
