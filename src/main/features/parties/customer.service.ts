import type { Tx } from '#main/platform/work/connections';
import { customerQueries } from './customer.queries';

/** The name of a customer; an empty email means none. */
interface CustomerFields {
  name: string;
  email: string;
}

/** Creates, changes and deletes customers together with their account. The caller records it in the store log. */
export class CustomerService {
  readonly #queries;

  constructor(tx: Tx) {
    this.#queries = customerQueries(tx);
  }

  /** Creates a customer; returns the party's id. */
  add(fields: CustomerFields, now: number): number {
    return Number(this.#queries.add.run({ ...fields, now }).lastInsertRowid);
  }

  /** Sets a customer's current name and email. */
  change(id: number, fields: CustomerFields): void {
    this.#queries.change.run({ ...fields, id });
  }

  /** Deactivates a customer; their orders keep referring to them. */
  delete(id: number, now: number): void {
    this.#queries.delete.run({ id, now });
  }
}
