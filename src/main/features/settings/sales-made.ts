import type { Connection } from '#main/platform/work/connections';

/** Reads whether anything was ever sold or ordered. */
export class SalesMade {
  readonly #first;

  constructor(connection: Connection) {
    this.#first = connection.prepare('SELECT 1 FROM sales_order WHERE number IS NOT NULL LIMIT 1');
  }

  /** Whether there is at least one sale or order. */
  any(): boolean {
    return this.#first.get() !== undefined;
  }
}
