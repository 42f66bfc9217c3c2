import type { Clock } from '#main/platform/clock';
import type { Database } from '#main/platform/database/database';
import type { InUnit } from '#main/platform/work/connections';
import type { HeadKeeper, LogHead } from './log-head';
import type { StoreLog } from './store-log';

interface Needs {
  database: Pick<Database, 'read' | 'writes'>;
  storeLog: InUnit<StoreLog>;
  keeper: HeadKeeper & { readonly head: LogHead | null };
  clock: Clock;
}

/**
 * When the store is opened, compares the log with the newest entry kept outside the database. If entries are missing,
 * because the store lost its last changes or was replaced by an older file, a new entry records which ones.
 */
export async function recordLostEntries({ database, storeLog, keeper, clock }: Needs): Promise<void> {
  const last = database.read((reader) =>
    reader
      .prepare<[], { id: number; hash: Buffer }>('SELECT id, hash FROM log_entry ORDER BY id DESC LIMIT 1')
      .get(),
  );
  const lastId = last?.id ?? 0;
  const { head } = keeper;
  if (head && head.id > lastId) {
    await database.writes.run((tx) =>
      storeLog.in(tx).recordUnsigned(clock(), 'stores.loseEntries', {
        entity: 'log',
        entityId: null,
        label: '',
        after: { fromEntry: lastId + 1, toEntry: head.id },
      }),
    );
    return;
  }
  if (last && lastId > (head?.id ?? 0)) keeper.keepHead({ id: lastId, hash: last.hash.toString('hex') });
}
