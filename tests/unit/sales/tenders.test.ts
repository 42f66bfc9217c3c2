import { describe, expect, it } from 'vitest';
import { isSettled, nextTender, noteKeys } from '../../../src/renderer/features/sales/payment/tenders';

/** 12.33 to pay, 12.35 in cash where the smallest coin is 0.05. */
const due = {
  totalMinor: 1233,
  cashRoundingMinor: 0,
  remainingMinor: 1233,
  cashRemainingMinor: 1235,
  changeMinor: 0,
  likelyNotesMinor: [1235, 1500, 2000, 5000, 10_000],
};

describe('the likely tender', () => {
  it('is all that is left, in cash as coins can pay it', () => {
    expect(nextTender('cash', null, due)).toEqual({ kind: 'cash', amountMinor: 1235 });
    expect(nextTender('card', null, due)).toEqual({ kind: 'card', amountMinor: 1233 });
  });

  it('is what was typed when something was', () => {
    expect(nextTender('cash', 2000, due)).toEqual({ kind: 'cash', amountMinor: 2000 });
  });

  it('is none when nothing is left to pay', () => {
    expect(nextTender('cash', null, { ...due, remainingMinor: 2, cashRemainingMinor: 0 })).toBeNull();
  });
});

describe('a sale is settled', () => {
  it('once nothing is left', () => {
    expect(isSettled({ remainingMinor: 0, cashRemainingMinor: 0 }, [{ kind: 'card', amountMinor: 3 }])).toBe(
      true,
    );
  });

  it('from the start when no coin can pay what it comes to', () => {
    expect(isSettled({ remainingMinor: 2, cashRemainingMinor: 0 }, [])).toBe(true);
  });

  it('and not before', () => {
    expect(isSettled({ remainingMinor: 3, cashRemainingMinor: 5 }, [])).toBe(false);
  });

  it('by a card only in full, since nothing is rounded on it', () => {
    expect(isSettled({ remainingMinor: 2, cashRemainingMinor: 0 }, [{ kind: 'card', amountMinor: 1 }])).toBe(
      false,
    );
  });
});

it('gives keys to the notes above what is due, the exact amount being that of Enter', () => {
  expect(noteKeys(due, 4)).toEqual([1500, 2000, 5000, 10_000]);
  expect(noteKeys(due, 2)).toEqual([1500, 2000]);
});
