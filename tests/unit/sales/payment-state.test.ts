import { describe, expect, it } from 'vitest';
import { calculatePayment } from '#renderer/features/sales/payment/payment-state';

const swiss = { currency: 'CHF', cashStepMinor: 5 };

describe('the payment of a ticket or an order', () => {
  it('shows the amount due, what remains to pay and the likely notes', () => {
    expect(calculatePayment(1144, [], { currency: 'EUR', cashStepMinor: 5 })).toEqual({
      totalMinor: 1144,
      cashRoundingMinor: 0,
      remainingMinor: 1144,
      cashRemainingMinor: 1145,
      cardRemainingMinor: 1144,
      changeMinor: 0,
      likelyNotesMinor: [1145, 1500, 2000, 5000, 10_000],
    });
  });

  it('shows what is due, exactly and in coins', () => {
    expect(calculatePayment(1233, [], swiss)).toMatchObject({
      remainingMinor: 1233,
      cashRemainingMinor: 1235,
      changeMinor: 0,
    });
  });

  it('rounds only what is left for cash after a card', () => {
    const state = calculatePayment(1233, [{ kind: 'card', amountMinor: 1000 }], swiss);

    expect(state).toMatchObject({ remainingMinor: 233, cashRemainingMinor: 235, cardRemainingMinor: 233 });
  });

  it('gives change on cash', () => {
    const state = calculatePayment(1233, [{ kind: 'cash', amountMinor: 2000 }], swiss);

    expect(state).toMatchObject({ remainingMinor: 0, changeMinor: 765, cashRoundingMinor: 2 });
  });

  it('refuses a card beyond what is due', () => {
    expect(() => calculatePayment(1233, [{ kind: 'card', amountMinor: 1234 }], swiss)).toThrow(
      expect.objectContaining({ code: 'CARD_TOO_MUCH', data: { dueMinor: 1233 } }),
    );
  });

  it('refuses a card beyond what cash has left', () => {
    const tenders = [
      { kind: 'cash', amountMinor: 1000 },
      { kind: 'card', amountMinor: 234 },
    ] as const;
    expect(() => calculatePayment(1233, tenders, swiss)).toThrow(
      expect.objectContaining({ code: 'CARD_TOO_MUCH', data: { dueMinor: 233 } }),
    );
  });
});
