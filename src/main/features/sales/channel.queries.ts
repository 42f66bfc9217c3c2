import { nameOf } from '#main/platform/database/person-name';
import type { Connection } from '#main/platform/work/connections';
import type { Channel } from '#shared/contract/sales-documents';

interface ChannelRow {
  id: number;
  code: string;
  name: string;
  builtIn: number;
  active: number;
  version: number;
}

/** Channels as the contract returns them, and the queries about them that the repository does not cover. */
export function channelQueries(connection: Connection) {
  const list = connection.prepare<[], ChannelRow>(
    'SELECT id, code, name, built_in AS builtIn, active, version FROM sales_channel ORDER BY built_in DESC, id',
  );
  const idOfName = connection
    .prepare<[string], number>('SELECT id FROM sales_channel WHERE name = ?')
    .pluck();
  const changedBy = connection
    .prepare<[number], string>(
      `SELECT ${nameOf('a')} FROM log_entry e JOIN account a ON a.id = e.account_id
       WHERE e.entity = 'channel' AND e.entity_id = ? ORDER BY e.id DESC LIMIT 1`,
    )
    .pluck();
  const state = connection.prepare<[number], Pick<ChannelRow, 'name' | 'active'>>(
    'SELECT name, active FROM sales_channel WHERE id = ?',
  );
  return {
    list: (): Channel[] => list.all().map(toChannel),
    /** The channel with this name; case is ignored. */
    idOfName: (name: string): number | undefined => idOfName.get(name),
    /** The name of the person who last changed it, from the store log. */
    changedBy: (id: number): string => changedBy.get(id) ?? '',
    state: (id: number) => state.get(id),
  };
}

/** A channel as the contract returns it. */
export function toChannel({ id, code, name, builtIn, active, version }: ChannelRow): Channel {
  return { id, code, name, builtIn: builtIn === 1, active: active === 1, version };
}
