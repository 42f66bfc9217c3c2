import SqliteDatabase, { type Database as Handle } from 'better-sqlite3';
import { addFolded } from './folded-sql';

/** Opens a connection to a store's file that cannot write. */
export function openReader(file: string): Handle {
  const handle = new SqliteDatabase(file, { readonly: true, fileMustExist: true });
  handle.pragma('busy_timeout = 5000');
  addFolded(handle);
  return handle;
}
