import { closeSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import SqliteDatabase from 'better-sqlite3';

/** Overwrites the first page of a table or an index in a store's file, as a failing disk can do. */
export function damageTable(folder: string, table: string): void {
  const file = path.join(folder, 'store.sqlite');
  const handle = new SqliteDatabase(file, { readonly: true });
  const pageBytes = handle.pragma('page_size', { simple: true }) as number;
  const page = handle
    .prepare<[string], number>('SELECT rootpage FROM sqlite_schema WHERE name = ?')
    .pluck()
    .get(table);
  handle.close();
  if (!page) throw new Error(`There is no table ${table}`);
  const descriptor = openSync(file, 'r+');
  writeSync(descriptor, Buffer.alloc(pageBytes, 0xa5), 0, pageBytes, (page - 1) * pageBytes);
  closeSync(descriptor);
}
