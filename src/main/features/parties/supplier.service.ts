import type { Tx } from '#main/platform/work/connections';
import { type NamedSupplier, supplierQueries } from './supplier.queries';

/** Finds and creates suppliers, inside a unit of work. */
export class SupplierService {
  readonly #queries;

  constructor(tx: Tx) {
    this.#queries = supplierQueries(tx);
  }

  /** The supplier with this name, created if there is none and restored if it was deleted. Null for a blank name. */
  idOf(name: string, now: number): number | null {
    if (name === '') return null;
    const inUse = this.#queries.inUse.get(name);
    if (inUse !== undefined) return inUse;
    const id = this.#queries.lastDeleted.get(name);
    if (id === undefined) return Number(this.#queries.add.run({ name, now }).lastInsertRowid);
    this.#queries.restore.run({ id, name });
    return id;
  }

  /** Creates suppliers whose ids are already assigned; existing ones are kept, and restored if they were deleted. */
  addStaged(suppliers: readonly NamedSupplier[], now: number): void {
    for (const { id, name } of suppliers) this.#queries.addOrRestore.run({ id, name, now });
  }
}
