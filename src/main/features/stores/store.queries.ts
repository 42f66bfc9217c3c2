import type { Handle } from '#main/platform/database/database';

export interface TillRow {
  id: number;
  code: string;
  name: string;
}

/** Tills, channels and what else the store itself consists of. */
export function storeQueries(handle: Handle) {
  return {
    tills: handle.prepare<[], TillRow>('SELECT id, code, name FROM till ORDER BY id'),
    till: handle.prepare<[number], TillRow>('SELECT id, code, name FROM till WHERE id = ?'),
    addTill: handle.prepare<[string, string, number]>(
      'INSERT INTO till (code, name, created_at) VALUES (?, ?, ?)',
    ),
    renameTill: handle.prepare<[string, number]>('UPDATE till SET name = ? WHERE id = ?'),
    addChannel: handle.prepare<[string, string]>(
      'INSERT INTO sales_channel (code, name, built_in) VALUES (?, ?, 1)',
    ),
    /** Whether anything was ever sold or ordered. */
    sold: handle.prepare<[], number>('SELECT 1 FROM sales_order WHERE number IS NOT NULL LIMIT 1').pluck(),
  };
}
