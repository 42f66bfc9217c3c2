import type { Log } from '#main/platform/logging/log';
import type { Reading } from '#main/platform/reading/reading';
import { type Damage, saysDamaged } from './damage';
import type { DatabaseReadings } from './readings';

interface Needs {
  reading: Reading<DatabaseReadings>;
  damage: Damage;
  log: Log;
}

/**
 * Checks the file of an open store for damage, in a reading thread. It is for a large file after a sudden end, whose
 * check would delay the start. Returns a function that stops it.
 */
export function startDamageCheck({ reading, damage, log }: Needs): () => Promise<void> {
  const stopping = new AbortController();
  const { signal } = stopping;
  const found = (what: unknown): void => {
    log.fatal({ found: what }, 'the store file is damaged');
    damage.note();
  };
  const check = async (): Promise<void> => {
    try {
      const first = await reading.runLong('database.damage', null, { signal });
      if (first === null) log.info('the store file is sound after a sudden end');
      else found(first);
    } catch (err) {
      if (saysDamaged(err)) found(err);
      else if (!signal.aborted) log.error({ err }, 'the store file could not be checked');
    }
  };
  const ended = check();
  return () => {
    stopping.abort();
    return ended;
  };
}
