import { describe, expect, it } from 'vitest';
import { calculateOrderPayment } from '#renderer/features/sales/payment/order-payment';

const swiss = { currency: 'CHF', cashStepMinor: 5 };

describe('payment of a placed order', () => {
  it('shows what is due, exactly and in coins', () => {
    expect(calculateOrderPayment(1233, [], swiss)).toMatchObject({
      remainingMinor: 1233,
      cashRemainingMinor: 1235,
      changeMinor: 0,
    });
  });

  it('rounds only what is left for cash after a card', () => {
    const state = calculateOrderPayment(1233, [{ kind: 'card', amountMinor: 1000 }], swiss);

    expect(state).toMatchObject({ remainingMinor: 233, cashRemainingMinor: 235, cardRemainingMinor: 233 });
  });

  it('gives change on cash', () => {
    const state = calculateOrderPayment(1233, [{ kind: 'cash', amountMinor: 2000 }], swiss);

    expect(state).toMatchObject({ remainingMinor: 0, changeMinor: 765, cashRoundingMinor: 2 });
  });

  it('refuses a card beyond what is due', () => {
    expect(() => calculateOrderPayment(1233, [{ kind: 'card', amountMinor: 1234 }], swiss)).toThrow(
      expect.objectContaining({ code: 'CARD_TOO_MUCH', data: { dueMinor: 1233 } }),
    );
  });

  it('refuses a card beyond what cash has left', () => {
    const tenders = [
      { kind: 'cash', amountMinor: 1000 },
      { kind: 'card', amountMinor: 234 },
    ] as const;
    expect(() => calculateOrderPayment(1233, tenders, swiss)).toThrow(
      expect.objectContaining({ code: 'CARD_TOO_MUCH', data: { dueMinor: 233 } }),
    );
  });
});
