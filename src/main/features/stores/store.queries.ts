import type { Connection, Tx } from '#main/platform/work/connections';

export interface TillRow {
  id: number;
  code: string;
  name: string;
}

/** Tills and what else is asked of the store itself. */
export function storeReads(connection: Connection) {
  return {
    tills: connection.prepare<[], TillRow>('SELECT id, code, name FROM till ORDER BY id'),
    till: connection.prepare<[number], TillRow>('SELECT id, code, name FROM till WHERE id = ?'),
    /** Whether anything was ever sold or ordered. */
    sold: connection
      .prepare<[], number>('SELECT 1 FROM sales_order WHERE number IS NOT NULL LIMIT 1')
      .pluck(),
  };
}

/** What makes and renames tills, and makes the first channels and tenders. */
export function storeWrites(tx: Tx) {
  return {
    addTill: tx.prepare<[string, string, number]>(
      'INSERT INTO till (code, name, created_at) VALUES (?, ?, ?)',
    ),
    renameTill: tx.prepare<[string, number]>('UPDATE till SET name = ? WHERE id = ?'),
    addTender: tx.prepare<[string, string, number]>(
      'INSERT INTO tender (kind, name, position) VALUES (?, ?, ?)',
    ),
    addChannel: tx.prepare<[string, string]>(
      'INSERT INTO sales_channel (code, name, built_in) VALUES (?, ?, 1)',
    ),
  };
}
