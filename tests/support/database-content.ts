import type { Store } from '#main/store';

/**
 * All rows of all tables, except sessions, which start with the first call of a role.
 * @param except further tables to leave out
 */
export function contentOf(store: Store, except: readonly string[] = []): Record<string, unknown[]> {
  const { reader } = store.database;
  const tables = reader
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'product_trigram%'
       AND name NOT IN ('session', 'sqlite_sequence') ORDER BY name`,
    )
    .pluck()
    .all() as string[];
  return Object.fromEntries(
    tables
      .filter((table) => !except.includes(table))
      .map((table) => [table, reader.prepare(`SELECT * FROM ${table}`).all()]),
  );
}
