import { mentions } from '#main/platform/database/folded-sql';
import type { Reader } from '#main/platform/work/connections';
import type { StocktakeState } from '#shared/contract/stocktakes';
import { folded, matchExpression } from '#shared/kernel/search-text';
import { OPEN, SELECT_STOCKTAKE, type StocktakeRow } from './stocktake.queries';

/** Which stocktakes to list; instants in UTC epoch ms, `until` exclusive. */
export interface StocktakeFilter {
  states: readonly StocktakeState[];
  locationId?: number | undefined;
  search: string;
  fromTime?: number | undefined;
  until?: number | undefined;
}

/** Totals are exact up to this number. */
const COUNTED_TO = 1000;

const AT = 'COALESCE(s.closed_at, s.started_at)';

/** Lists stocktakes. */
export function stocktakeListQueries(reader: Reader) {
  return {
    /** A page with the total count; open stocktakes first, then the newest. */
    page(filter: StocktakeFilter, offset: number, limit: number) {
      const where = whereOf(filter);
      const { locationId, search, fromTime, until } = filter;
      const values = {
        ...Object.fromEntries(filter.states.map((state, index) => [`state${index}`, state])),
        locationId,
        fromTime,
        until,
        words: folded(search),
        match: matchExpression(search),
        offset,
        limit,
      };
      const rows = reader
        .prepare<[object], StocktakeRow>(
          `${SELECT_STOCKTAKE} ${where} ORDER BY s.${OPEN} DESC, ${AT} DESC, s.id DESC LIMIT @limit OFFSET @offset`,
        )
        .all(values);
      const counted = reader
        .prepare<[object], number>(
          `SELECT count(*) FROM (SELECT 1 FROM stocktake s JOIN location l ON l.id = s.location_id ${where}
           LIMIT ${COUNTED_TO + 1})`,
        )
        .pluck()
        .get(values);
      const total = counted ?? 0;
      return { rows, total: Math.min(total, COUNTED_TO), totalIsExact: total <= COUNTED_TO };
    },
  };
}

function whereOf({ states, locationId, search, fromTime, until }: StocktakeFilter): string {
  const conditions = [
    states.length > 0 && `s.state IN (${states.map((_, index) => `@state${index}`).join()})`,
    locationId !== undefined && 's.location_id = @locationId',
    search !== '' &&
      `(${mentions('s.number')} OR ${mentions('s.note')}
        OR ${mentions('s.category_name')} OR ${mentions('l.name')}
        OR s.id IN (SELECT stocktake_id FROM stocktake_line WHERE product_id IN (
          SELECT rowid FROM product_search WHERE product_search MATCH @match)))`,
    fromTime !== undefined && `${AT} >= @fromTime`,
    until !== undefined && `${AT} < @until`,
  ].filter((condition) => condition !== false);
  return conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
}
