import path from 'node:path';
import envPaths from 'env-paths';

/** The folder of this machine's store, keys, logs and backups: `TILLROOM_DATA`, or the system's usual folder. */
export function dataFolder(): string {
  const chosen = process.env.TILLROOM_DATA;
  return chosen ? path.resolve(chosen) : envPaths('Tillroom', { suffix: '' }).data;
}
