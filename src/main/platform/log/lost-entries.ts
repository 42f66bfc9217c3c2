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
 * Compares the log with its newest entry as it is kept outside of the database, when the store is opened. Where entries
 * are missing, because the store lost its last changes or an older file was put in its place, an entry records which.
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
