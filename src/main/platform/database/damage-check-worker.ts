import SqliteDatabase from 'better-sqlite3';
import { doThreadWork } from '#main/platform/work/thread-work';

/** The damage of a store's file; null if it is sound. Runs in a thread of its own, see damage-check.ts. */
function check(file: string): string | null {
  const handle = new SqliteDatabase(file, { readonly: true, fileMustExist: true });
  try {
    // Like the check at a start: without the content of the search index, which takes longest and can be rebuilt.
    const tables = handle
      .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0`)
      .pluck()
      .all();
    for (const table of ['sqlite_schema', ...tables]) {
      const found = handle.pragma(`quick_check('${String(table).replaceAll("'", "''")}')`, { simple: true });
      if (found !== 'ok') return String(found);
    }
    return null;
  } catch (error) {
    const code = error instanceof SqliteDatabase.SqliteError ? error.code : '';
    if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return code;
    throw error;
  } finally {
    handle.close();
  }
}

doThreadWork(check);
