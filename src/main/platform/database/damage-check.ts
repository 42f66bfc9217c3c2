import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Log } from '#main/platform/logging/log';
import type { Damage } from './damage';

/** The damage that the worker found; null if the file is sound. */
interface CheckResult {
  damage: string | null;
}

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
}): () => Promise<unknown> {
  const source = path.join(import.meta.dirname, `damage-check-worker${path.extname(import.meta.filename)}`);
  const worker = new Worker(source, { workerData: { file } });
  worker.unref();
  worker.on('message', ({ damage: found }: CheckResult) => {
    if (found === null) log.info('the store file is sound after a sudden end');
    else {
      log.fatal({ found }, 'the store file is damaged');
      damage.note();
    }
  });
  worker.on('error', (err) => log.error({ err }, 'the store file could not be checked'));
  return () => worker.terminate();
}
