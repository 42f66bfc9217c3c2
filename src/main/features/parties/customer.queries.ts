import type { Tx } from '#main/platform/work/connections';

/** The statements that create, change and delete customers. */
export function customerQueries(tx: Tx) {
  return {
    add: tx.prepare<[{ name: string; email: string; now: number }]>(
      'INSERT INTO party (name, email, is_customer, created_at) VALUES (@name, @email, 1, @now)',
    ),
    // Without the collation, a name that changes only in case would count as unchanged.
    change: tx.prepare<[{ id: number; name: string; email: string }]>(
      `UPDATE party SET name = @name, email = @email, version = version + 1
       WHERE id = @id AND (name <> @name COLLATE BINARY OR email <> @email)`,
    ),
    delete: tx.prepare<[{ id: number; now: number }]>(
      'UPDATE party SET deleted_at = @now, version = version + 1 WHERE id = @id AND deleted_at IS NULL',
    ),
  };
}
