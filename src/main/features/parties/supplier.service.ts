import type { Tx } from '#main/platform/work/connections';
import { type NamedSupplier, supplierQueries } from './supplier.queries';

/** Finds and makes suppliers, inside a unit of work. */
export class SupplierService {
  readonly #queries;

  constructor(tx: Tx) {
    this.#queries = supplierQueries(tx);
  }

  /** The supplier of that name, made where there is none; one that was deleted is restored. Null for a blank name. */
  idOf(name: string, now: number): number | null {
    if (name === '') return null;
    const inUse = this.#queries.inUse.get(name);
    if (inUse !== undefined) return inUse;
    const id = this.#queries.lastDeleted.get(name);
    if (id === undefined) return Number(this.#queries.add.run({ name, now }).lastInsertRowid);
    this.#queries.restore.run({ id, name });
    return id;
  }

  /** Makes suppliers of which each has its id already; those that are there are kept, and restored where they were deleted. */
  addStaged(suppliers: readonly NamedSupplier[], now: number): void {
    for (const { id, name } of suppliers) this.#queries.addOrRestore.run({ id, name, now });
  }
}
