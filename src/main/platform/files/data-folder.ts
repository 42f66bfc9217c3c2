import path from 'node:path';
import envPaths from 'env-paths';

/** Where this machine's store, keys, logs and backups live: `TILLROOM_DATA`, or the system's custom. */
export function dataFolder(): string {
  const chosen = process.env.TILLROOM_DATA;
  return chosen ? path.resolve(chosen) : envPaths('Tillroom', { suffix: '' }).data;
}
