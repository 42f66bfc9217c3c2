import { parentPort, workerData } from 'node:worker_threads';
import SqliteDatabase from 'better-sqlite3';

/** Runs in a thread of its own, see damage-check.ts; Node reads it as it is in tests, so it imports nothing of ours. */
function check(file: string): string | null {
  const handle = new SqliteDatabase(file, { readonly: true, fileMustExist: true });
  try {
    const found = handle.pragma('quick_check(1)', { simple: true });
    return found === 'ok' ? null : String(found);
  } catch (error) {
    const code = error instanceof SqliteDatabase.SqliteError ? error.code : '';
    if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return code;
    throw error;
  } finally {
    handle.close();
  }
}

parentPort?.postMessage({ damage: check(workerData.file) });
