import type { Clock } from '#main/platform/clock';
import type { Log } from '#main/platform/logging/log';
import type { Tx } from '#main/platform/work/connections';
import { HOUR_MS, MINUTE_MS } from '#shared/kernel/time';
import type { OpenDatabase } from './database';

interface Needs {
  database: Pick<OpenDatabase, 'handle' | 'writes' | 'damage'>;
  /** Removes data that is no longer needed; called in a unit of work, once an hour. */
  forgetOld: (tx: Tx, now: number) => void;
  /** Called after each checkpoint, to make files beside the database durable. */
  afterCheckpoint?: () => void;
  clock: Clock;
  log: Log;
  /** How long nothing must be written until the shop counts as idle, in milliseconds. */
  quietMs?: number;
  /** The wait after a failure before it tries again even if nothing was written, in milliseconds. */
  retryMs?: number;
}

const QUIET_MS = 3000;

/**
 * Does work between sales that would slow down a sale: removes old data and moves changes from the WAL into the
 * database file. If one of the two fails (on a full disk, for example), the other is still done, the failure is logged,
 * and it is tried again after the next change or a minute, whichever comes first. Returns a function that stops it.
 */
export function startHousekeeping({
  database,
  forgetOld,
  afterCheckpoint,
  clock,
  log,
  quietMs = QUIET_MS,
  retryMs = MINUTE_MS,
}: Needs): () => void {
  const { handle, writes, damage } = database;
  let forgetAt = 0;
  let stopped = false;
  let retry: NodeJS.Timeout | undefined;

  const forget = async () => {
    const now = clock();
    if (now < forgetAt) return;
    // The end of a failed unit also counts as idle: without a wait it would be retried endlessly.
    forgetAt = now + retryMs;
    await writes.run((tx) => forgetOld(tx, now));
    forgetAt = now + HOUR_MS;
  };
  // PASSIVE does not wait for readers: pages that they still need are moved the next time.
  const checkpoint = () => {
    handle.pragma('wal_checkpoint(PASSIVE)');
    afterCheckpoint?.();
  };

  const tidy = async () => {
    clearTimeout(retry);
    for (const task of [forget, checkpoint]) {
      if (stopped || !writes.idle) return;
      try {
        await task();
      } catch (error) {
        damage.noteIn(error);
        log.warn({ err: error }, 'the housekeeping failed');
        clearTimeout(retry);
        retry = setTimeout(tidy, retryMs).unref();
      }
    }
  };
  const timer = setTimeout(tidy, quietMs).unref();
  const stopListening = writes.onIdle(() => timer.refresh());

  return () => {
    stopped = true;
    stopListening();
    clearTimeout(timer);
    clearTimeout(retry);
  };
}
