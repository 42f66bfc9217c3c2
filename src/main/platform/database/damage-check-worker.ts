import { parentPort, workerData } from 'node:worker_threads';
import SqliteDatabase from 'better-sqlite3';

/** Runs in a thread of its own, see damage-check.ts; Node reads it as it is in tests, so it imports nothing of ours. */
function check(file: string): string | null {
  const handle = new SqliteDatabase(file, { readonly: true, fileMustExist: true });
  try {
    // As at a start: not the meaning of the search index, which takes most of the time and can be rebuilt.
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

parentPort?.postMessage({ damage: check(workerData.file) });
