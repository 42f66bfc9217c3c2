import type { Clock } from '#main/platform/clock';
import type { Database } from '#main/platform/database/database';
import { StoreFileError } from '#main/platform/database/store-file-error';
import type { StoreKey } from '#main/platform/files/store-key';
import type { Log } from '#main/platform/logging/log';
import type { Reader, Tx } from '#main/platform/work/connections';

interface Needs {
  database: Pick<Database, 'read' | 'writes'>;
  key: StoreKey;
  clock: Clock;
  log: Log;
}

const CHECK_BYTES = 16;
const SETTING = 'keyCheck';

/**
 * Checks that the key is the one that the store was last opened with: with another key, no PIN or secret would work and
 * the cause would be unclear. The check value in the store cannot be turned back into the key. A key that was just
 * created, because there was none, becomes the store's. Before the first run there is nothing to open.
 * @throws StoreFileError OTHER_KEY
 */
export async function assertKeyOf({ database, key, clock, log }: Needs): Promise<void> {
  if (!database.read(isSetUp)) return;
  const kept = database.read(keptCheck);
  if (kept === checkOf(key)) return;
  if (kept !== undefined && !key.isNew) {
    throw new StoreFileError(
      `The key in ${key.file} belongs to another store. Put back the key that was kept with this store's backups. To start without it, move the file away; PINs, the mail password and all Slack webhooks must then be set again.`,
      { problem: 'OTHER_KEY' },
    );
  }
  if (kept !== undefined) log.warn('the key of the store was missing and was made again');
  await database.writes.run((tx) => keepKeyCheck(tx, key, clock()));
}

/** Stores a check value of the key that the store is opened with. */
export function keepKeyCheck(tx: Tx, key: StoreKey, now: number): void {
  tx.prepare<[string, string, number]>(
    `INSERT INTO setting (key, value, changed_at) VALUES (?, ?, ?)
       ON CONFLICT (key) DO UPDATE SET value = excluded.value, changed_at = excluded.changed_at`,
  ).run(SETTING, checkOf(key), now);
}

function isSetUp(reader: Reader): boolean {
  return reader.prepare(`SELECT 1 FROM setting WHERE key = 'name'`).get() !== undefined;
}

function keptCheck(reader: Reader): string | undefined {
  return reader.prepare<[string], string>('SELECT value FROM setting WHERE key = ?').pluck().get(SETTING);
}

function checkOf(key: StoreKey): string {
  return JSON.stringify(key.derive('check of the key', CHECK_BYTES).toString('hex'));
}
