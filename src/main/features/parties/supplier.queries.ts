import type { Connection, Tx } from '#main/platform/work/connections';

/** A supplier by name. */
export interface NamedSupplier {
  id: number;
  name: string;
}

/** Suppliers, for callers that compare imported names with them. */
export class KnownSuppliers {
  readonly #all;

  constructor(connection: Connection) {
    this.#all = connection.prepare<[], NamedSupplier>(
      'SELECT id, name FROM party WHERE is_supplier = 1 ORDER BY deleted_at IS NULL, id',
    );
  }

  /** All suppliers, deleted ones first: of several with the same name, the last one is used. */
  all(): NamedSupplier[] {
    return this.#all.all();
  }
}

/** The statements that find suppliers by name and create missing ones. */
export function supplierQueries(tx: Tx) {
  return {
    inUse: tx
      .prepare<[string], number>(
        'SELECT id FROM party WHERE name = ? AND is_supplier = 1 AND deleted_at IS NULL',
      )
      .pluck(),
    lastDeleted: tx
      .prepare<[string], number>(
        `SELECT id FROM party WHERE name = ? AND is_supplier = 1 AND deleted_at IS NOT NULL
         ORDER BY id DESC LIMIT 1`,
      )
      .pluck(),
    restore: tx.prepare<[NamedSupplier]>(
      'UPDATE party SET name = @name, deleted_at = NULL, version = version + 1 WHERE id = @id',
    ),
    add: tx.prepare<[{ name: string; now: number }]>(
      'INSERT INTO party (name, is_supplier, created_at) VALUES (@name, 1, @now)',
    ),
    addOrRestore: tx.prepare<[NamedSupplier & { now: number }]>(
      `INSERT INTO party (id, name, is_supplier, created_at) VALUES (@id, @name, 1, @now)
       ON CONFLICT (id) DO UPDATE SET deleted_at = NULL, version = version + 1 WHERE deleted_at IS NOT NULL`,
    ),
  };
}
