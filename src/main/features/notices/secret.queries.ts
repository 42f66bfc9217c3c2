import { nameOf } from '#main/platform/database/person-name';
import type { Connection, Tx } from '#main/platform/work/connections';

interface SecretRow {
  name: string;
  sealed: Buffer;
  keptBy: 'keychain' | 'key file';
  setAt: number;
  byId: number;
  byName: string;
}

/** Read access to sealed secrets by name. */
export function secretReads(connection: Connection) {
  return {
    find: connection.prepare<[string], SecretRow>(
      `SELECT s.name, s.sealed, s.kept_by AS keptBy, s.set_at AS setAt, s.set_by_id AS byId,
         ${nameOf('a')} AS byName
       FROM secret s JOIN account a ON a.id = s.set_by_id WHERE s.name = ?`,
    ),
  };
}

export function secretWrites(tx: Tx) {
  return {
    set: tx.prepare<[string, Buffer, string, number, number]>(
      `INSERT INTO secret (name, sealed, kept_by, set_at, set_by_id) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (name) DO UPDATE SET sealed = excluded.sealed, kept_by = excluded.kept_by,
         set_at = excluded.set_at, set_by_id = excluded.set_by_id`,
    ),
    remove: tx.prepare<[string]>('DELETE FROM secret WHERE name = ?'),
  };
}
