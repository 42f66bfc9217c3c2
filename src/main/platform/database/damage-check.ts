import type { Log } from '#main/platform/logging/log';
import { runThread } from '#main/platform/work/run-thread';
import type { Damage } from './damage';

/**
 * Checks the file of an open store for damage, in a worker thread on a read-only connection. It is for a large file
 * after a sudden end, whose check would delay the start. Returns a function that stops it.
 */
export function startDamageCheck({
  file,
  damage,
  log,
}: {
  file: string;
  damage: Damage;
  log: Log;
}): () => Promise<void> {
  const stopping = new AbortController();
  const { signal } = stopping;
  const check = async (): Promise<void> => {
    const thread = { name: 'damage-check-worker', beside: import.meta };
    try {
      const found = await runThread<string | null>(thread, file, { signal, unref: true });
      if (found === null) log.info('the store file is sound after a sudden end');
      else {
        log.fatal({ found }, 'the store file is damaged');
        damage.note();
      }
    } catch (err) {
      if (!signal.aborted) log.error({ err }, 'the store file could not be checked');
    }
  };
  const ended = check();
  return () => {
    stopping.abort();
    return ended;
  };
}
