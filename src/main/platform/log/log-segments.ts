import type { Database } from '#main/platform/database/database';
import type { Chain } from './chain';

/** Starts a segment of the log if its last segment has another key, or if there is none. */
export async function startSegment(database: Pick<Database, 'read' | 'writes'>, chain: Chain): Promise<void> {
  const last = database.read((reader) =>
    reader.prepare<[], string>('SELECT key_check FROM log_segment ORDER BY id DESC LIMIT 1').pluck().get(),
  );
  if (last === chain.keyCheck) return;
  await database.writes.run((tx) => {
    tx.prepare<[string]>(
      `INSERT INTO log_segment (first_entry_id, key_check)
       VALUES ((SELECT COALESCE(max(id), 0) + 1 FROM log_entry), ?)`,
    ).run(chain.keyCheck);
  });
}
