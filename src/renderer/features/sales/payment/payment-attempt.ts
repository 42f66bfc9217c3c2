/**
 * The idempotency key of a payment. The same payment tried again, because its answer was lost, goes under
 * the key it first had, so that it cannot be taken twice; once answered, the next one is another payment.
 */
export class PaymentAttempt {
  private current: { payment: string; key: string } | null = null;
  private readonly newKey: () => string;

  constructor(newKey: () => string = () => crypto.randomUUID()) {
    this.newKey = newKey;
  }

  /** The key for this payment, which is told from another by all that it says. */
  keyFor(payment: unknown): string {
    const text = JSON.stringify(payment);
    if (this.current?.payment !== text) {
      this.current = { payment: text, key: this.newKey() };
    }
    return this.current.key;
  }

  /** Notes that an answer came, be it a receipt or a refusal. */
  answered(): void {
    this.current = null;
  }
}
