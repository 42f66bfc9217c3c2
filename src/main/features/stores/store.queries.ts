import type { Connection, Tx } from '#main/platform/work/connections';

export interface TillRow {
  id: number;
  code: string;
  name: string;
}

/** A till with what it sells from and the drawer it uses. */
export interface ListedTill extends TillRow {
  locationName: string;
  drawerName: string;
}

/** Tills and what else is asked of the store itself. */
export function storeReads(connection: Connection) {
  return {
    tills: connection.prepare<[], ListedTill>(
      `SELECT t.id, t.code, t.name, l.name AS locationName, d.name AS drawerName
       FROM till t JOIN location l ON l.id = t.location_id JOIN drawer d ON d.id = t.drawer_id ORDER BY t.id`,
    ),
    till: connection.prepare<[number], TillRow>('SELECT id, code, name FROM till WHERE id = ?'),
    /** Whether anything was ever sold or ordered. */
    sold: connection
      .prepare<[], number>('SELECT 1 FROM sales_order WHERE number IS NOT NULL LIMIT 1')
      .pluck(),
  };
}

/** What renames tills, and makes the first channels and tenders. */
export function storeWrites(tx: Tx) {
  return {
    renameTill: tx.prepare<[string, number]>('UPDATE till SET name = ? WHERE id = ?'),
    addTender: tx.prepare<[string, string, number]>(
      'INSERT INTO tender (kind, name, position) VALUES (?, ?, ?)',
    ),
    addChannel: tx.prepare<[string, string]>(
      'INSERT INTO sales_channel (code, name, built_in) VALUES (?, ?, 1)',
    ),
  };
}
