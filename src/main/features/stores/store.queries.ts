import type { Tx } from '#main/platform/work/connections';

/** The statements that create the first channels and tenders. */
export function storeWrites(tx: Tx) {
  return {
    addTender: tx.prepare<[string, string, number]>(
      'INSERT INTO tender (kind, name, position) VALUES (?, ?, ?)',
    ),
    addChannel: tx.prepare<[string, string]>(
      'INSERT INTO sales_channel (code, name, built_in) VALUES (?, ?, 1)',
    ),
  };
}
