import type { Database as Handle } from 'better-sqlite3';

/** Changes the store log while its append-only guards are off, as someone who tampers with the store's file can. */
export function withoutLogGuards(handle: Handle, change: () => void): void {
  const guards = handle
    .prepare<[], { name: string; sql: string }>(
      `SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name IN ('log_entry', 'log_segment')`,
    )
    .all();
  for (const { name } of guards) handle.exec(`DROP TRIGGER ${name}`);
  change();
  for (const { sql } of guards) handle.exec(sql);
}
