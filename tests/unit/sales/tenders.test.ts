import { describe, expect, it } from 'vitest';
import { isUnlikelyChange, nextTender, noteKeys, whyNoCard } from '#renderer/features/sales/payment/tenders';

/** 12.33 to pay, 12.35 in cash where the smallest coin is 0.05. */
const due = {
  totalMinor: 1233,
  cashRoundingMinor: 0,
  remainingMinor: 1233,
  cashRemainingMinor: 1235,
  cardRemainingMinor: 1233,
  changeMinor: 0,
  likelyNotesMinor: [1235, 1500, 2000, 5000, 10_000],
};

describe('the suggested tender', () => {
  it('is the whole remainder, in cash rounded to coins', () => {
    expect(nextTender('cash', null, due)).toEqual({ kind: 'cash', amountMinor: 1235 });
    expect(nextTender('card', null, due)).toEqual({ kind: 'card', amountMinor: 1233 });
  });

  it('is the typed amount if there is one', () => {
    expect(nextTender('cash', 2000, due)).toEqual({ kind: 'cash', amountMinor: 2000 });
  });

  it('is none when nothing is left to pay', () => {
    const paid = { ...due, remainingMinor: 0, cashRemainingMinor: 0, cardRemainingMinor: 0 };
    expect(nextTender('cash', null, paid)).toBeNull();
    expect(nextTender('card', null, paid)).toBeNull();
  });

  it('is zero in cash for less than the smallest coin', () => {
    const rest = { ...due, remainingMinor: 2, cashRemainingMinor: 0, cardRemainingMinor: 2 };
    expect(nextTender('cash', null, rest)).toEqual({ kind: 'cash', amountMinor: 0 });
    expect(nextTender('card', null, rest)).toEqual({ kind: 'card', amountMinor: 2 });
  });

  it('is none for a typed zero while coins can pay', () => {
    expect(nextTender('cash', 0, due)).toBeNull();
  });
});

describe('a card is refused', () => {
  it('for more than is left to pay, with the reason', () => {
    expect(whyNoCard(due, 1234)).toBe('cardAtMost');
    expect(whyNoCard(due, 1233)).toBeNull();
    expect(whyNoCard(due, null)).toBeNull();
  });

  it('where nothing is left that a card can pay, with the reason', () => {
    const coinsOnly = { ...due, remainingMinor: 1, cashRemainingMinor: 1, cardRemainingMinor: 0 };
    expect(whyNoCard(coinsOnly, null)).toBe('cardNothing');
    expect(whyNoCard(coinsOnly, 1)).toBe('cardNothing');
  });
});

it('notes above the amount due get keys, while Enter is the exact amount', () => {
  expect(noteKeys(due, 4)).toEqual([1500, 2000, 5000, 10_000]);
  expect(noteKeys(due, 2)).toEqual([1500, 2000]);
});

describe('a typed cash amount', () => {
  it('is in doubt when its change exceeds the largest likely note', () => {
    expect(isUnlikelyChange(due, 10_001)).toBe(true);
    expect(isUnlikelyChange(due, 10_000)).toBe(false);
  });

  it('is never in doubt as the amount of a key for a likely note', () => {
    for (const noteMinor of due.likelyNotesMinor) {
      expect(isUnlikelyChange(due, noteMinor - due.cashRemainingMinor)).toBe(false);
    }
  });
});
