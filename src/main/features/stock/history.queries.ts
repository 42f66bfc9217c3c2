import type { Reader } from '#main/platform/work/connections';
import type { Movement } from '#shared/contract/stock';
import { historySql, type MovementFilter, oneIndexEach } from './history-sql';

interface HistoryRow extends Omit<Movement, 'belowZero' | 'by'> {
  belowZero: number;
  byId: number;
  byName: string;
}

/** The time and id of a movement; the ledger is read in this order. */
interface Cursor {
  movedAt: number;
  id: number;
}

/**
 * The ledger as the history dialog reads it, newest first. Pages continue from the last movement seen instead of
 * counting, so that the thousandth is as quick as the first. When few of a million movements match, a page takes some
 * tenths of a second.
 */
export function historyQueries(reader: Reader) {
  const cursorOf = reader.prepare<[number], Cursor>(
    'SELECT id, moved_at AS movedAt FROM stock_movement WHERE id = ?',
  );
  const find = (filter: MovementFilter, limit: number, before?: Cursor): Movement[] =>
    reader
      .prepare<[object], HistoryRow>(historySql(filter, before !== undefined))
      .all({ ...valuesOf(filter), ...before, limit })
      .map(toMovement);
  return {
    /** The movements before `beforeId` (from the newest, if omitted), at most `limit` of them. */
    page(filter: MovementFilter, limit: number, beforeId?: number): Movement[] {
      const seen = beforeId === undefined ? undefined : cursorOf.get(beforeId);
      const filters = oneIndexEach(filter);
      const found = filters.flatMap((one) => find(one, limit, seen));
      return filters.length === 1 ? found : found.sort(newestFirst).slice(0, limit);
    },
  };
}

function newestFirst(one: Movement, other: Movement): number {
  return other.movedAt - one.movedAt || other.id - one.id;
}

function valuesOf({ kinds, ...rest }: MovementFilter): object {
  return { ...rest, ...Object.fromEntries(kinds.map((kind, place) => [`kind${place}`, kind])) };
}

function toMovement({ belowZero, byId, byName, ...row }: HistoryRow): Movement {
  return { ...row, belowZero: belowZero === 1, by: { id: byId, name: byName } };
}
