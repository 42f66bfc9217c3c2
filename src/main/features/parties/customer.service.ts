import type { Tx } from '#main/platform/work/connections';
import { customerQueries } from './customer.queries';

/** What a customer is called; an empty email is none. */
interface CustomerFields {
  name: string;
  email: string;
}

/** Customers: made, changed and deleted with the account they sign in with. Whoever calls it audits that. */
export class CustomerService {
  readonly #queries;

  constructor(tx: Tx) {
    this.#queries = customerQueries(tx);
  }

  /** Makes a customer; returns the party's id. */
  add(fields: CustomerFields, now: number): number {
    return Number(this.#queries.add.run({ ...fields, now }).lastInsertRowid);
  }

  /** Gives a customer the name and email that are theirs now. */
  change(id: number, fields: CustomerFields): void {
    this.#queries.change.run({ ...fields, id });
  }

  /** Takes a customer out of use; their orders keep them. */
  delete(id: number, now: number): void {
    this.#queries.delete.run({ id, now });
  }
}
