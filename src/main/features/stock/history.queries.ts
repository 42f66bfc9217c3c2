import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Reader } from '#main/platform/work/connections';
import type { Movement } from '#shared/contract/stock';
import { historySql, isSparse, type MovementFilter, oneIndexEach, stepSql } from './history-sql';

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

/** How many index rows are scanned at once: the first step suffices for most, a later one takes half a millisecond. */
const FIRST_STEP_ROWS = 2000;
const STEP_ROWS = 5000;

/**
 * The ledger as the history dialog reads it, newest first. Pages continue from the last movement seen instead of
 * counting, so that the thousandth is as quick as the first. When few of a million movements match, the search runs in
 * steps and lets calls from the tills run in between.
 */
export function historyQueries(reader: Reader) {
  const cursorOf = reader.prepare<[number], Cursor>(
    'SELECT id, moved_at AS movedAt FROM stock_movement WHERE id = ?',
  );
  const find = (filter: MovementFilter, limit: number, before?: Cursor, last?: Cursor): Movement[] => {
    const stretch = { goesOn: before !== undefined, stops: last !== undefined };
    const ends = { ...before, lastMovedAt: last?.movedAt, lastId: last?.id };
    const sql = historySql(filter, stretch);
    return reader
      .prepare<[object], HistoryRow>(sql)
      .all({ ...valuesOf(filter), ...ends, limit })
      .map(toMovement);
  };
  const stepDown = (filter: MovementFilter, rows: number, before?: Cursor): Cursor | undefined =>
    reader
      .prepare<[object], Cursor>(stepSql(filter, before !== undefined))
      .get({ ...valuesOf(filter), ...before, rows });
  const lookThrough = async (filter: MovementFilter, limit: number, seen?: Cursor): Promise<Movement[]> => {
    if (!isSparse(filter)) return find(filter, limit, seen);
    const found: Movement[] = [];
    let before = seen;
    for (let rows = FIRST_STEP_ROWS; ; rows = STEP_ROWS) {
      const last = stepDown(filter, rows, before);
      found.push(...find(filter, limit - found.length, before, last));
      if (last === undefined || found.length === limit) return found;
      before = last;
      await nextTurn();
    }
  };
  return {
    /** The movements before `beforeId` (from the newest, if omitted), at most `limit` of them. */
    async page(filter: MovementFilter, limit: number, beforeId?: number): Promise<Movement[]> {
      const seen = beforeId === undefined ? undefined : cursorOf.get(beforeId);
      const [only, ...others] = oneIndexEach(filter);
      const found = await lookThrough(only, limit, seen);
      for (const other of others) {
        await nextTurn();
        found.push(...(await lookThrough(other, limit, seen)));
      }
      return others.length === 0 ? found : found.sort(newestFirst).slice(0, limit);
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
