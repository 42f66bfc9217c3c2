import { beforeEach, describe, expect, it } from 'vitest';
import { PaymentAttempt } from '#renderer/features/sales/payment/payment-attempt';

let attempt: PaymentAttempt;

beforeEach(() => {
  let made = 0;
  attempt = new PaymentAttempt(() => {
    made += 1;
    return `key ${made}`;
  });
});

const inCash = { ticketId: 7, tenders: [{ kind: 'cash', amountMinor: 2000 }] };
const byCard = { ticketId: 7, tenders: [{ kind: 'card', amountMinor: 1233 }] };

describe('a payment', () => {
  it('repeated without a response uses the same key', () => {
    expect(attempt.keyFor(inCash)).toBe('key 1');
    expect(attempt.keyFor({ ...inCash })).toBe('key 1');
  });

  it('with other input gets a new key', () => {
    attempt.keyFor(inCash);

    expect(attempt.keyFor(byCard)).toBe('key 2');
  });

  it('made again after a response gets a new key', () => {
    attempt.keyFor(inCash);
    attempt.answered();

    expect(attempt.keyFor(inCash)).toBe('key 2');
  });
});
