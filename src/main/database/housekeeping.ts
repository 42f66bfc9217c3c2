import type { Clock } from '../clock';
import type { Log } from '../log';
import type { Database } from './database';

interface Needs {
  database: Pick<Database, 'handle' | 'writes'>;
  /** Throws away what nobody needs any more; called in a unit of work, once an hour. */
  forgetOld: (now: number) => void;
  clock: Clock;
  log: Log;
  /** How long nothing was written before the shop counts as idle. */
  quietMs?: number;
}

const QUIET_MS = 3000;
const HOUR_MS = 3_600_000;

/**
 * Does between the sales what would slow one of them: moves what was written from the WAL into the database
 * file, and forgets what is old. Answers with how to stop it.
 */
export function startHousekeeping({
  database,
  forgetOld,
  clock,
  log,
  quietMs = QUIET_MS,
}: Needs): () => void {
  const { handle, writes } = database;
  let forgotAt = 0;

  const tidy = async () => {
    if (!writes.idle) return;
    const now = clock();
    if (now - forgotAt >= HOUR_MS) {
      forgotAt = now;
      await writes.run(() => forgetOld(now));
    }
    // PASSIVE waits for nobody: what a reader still needs is moved the next time.
    handle.pragma('wal_checkpoint(PASSIVE)');
  };
  const timer = setTimeout(() => {
    tidy().catch((error: unknown) => log.warn({ err: error }, 'the housekeeping failed'));
  }, quietMs).unref();
  const stopListening = writes.onIdle(() => timer.refresh());

  return () => {
    stopListening();
    clearTimeout(timer);
  };
}
