/**
 * The idempotency key of a payment. A payment that is retried because its answer was lost keeps its key, so
 * that it cannot be taken twice. After an answer, the next payment gets a new key.
 */
export class PaymentAttempt {
  private current: { payment: string; key: string } | null = null;
  private readonly newKey: () => string;

  constructor(newKey: () => string = () => crypto.randomUUID()) {
    this.newKey = newKey;
  }

  /** The key for this payment. Two payments are the same if all their content is equal. */
  keyFor(payment: unknown): string {
    const text = JSON.stringify(payment);
    if (this.current?.payment !== text) {
      this.current = { payment: text, key: this.newKey() };
    }
    return this.current.key;
  }

  /** Call this when an answer arrived, whether a receipt or a refusal. */
  answered(): void {
    this.current = null;
  }
}
