import { mentions } from '#main/platform/database/folded-sql';
import type { Reader } from '#main/platform/work/connections';
import type { TransferState } from '#shared/contract/transfers';
import { documentNumberIn } from '#shared/kernel/document-number';
import { folded, matchExpression } from '#shared/kernel/search-text';
import { TRANSFER, type TransferRow } from './transfer.queries';

/** Which transfers to list; instants in UTC epoch ms, `until` exclusive. */
export interface TransferFilter {
  states: readonly TransferState[];
  locationId?: number | undefined;
  search: string;
  fromTime?: number | undefined;
  until?: number | undefined;
}

/** Totals are exact up to this number. */
const COUNTED_TO = 1000;

const AT = 'COALESCE(t.sent_at, t.created_at)';

/** Lists transfers. */
export function transferListQueries(reader: Reader) {
  return {
    /** A page, newest first, with the total count. */
    page(filter: TransferFilter, offset: number, limit: number) {
      const where = whereOf(filter);
      const { locationId, search, fromTime, until } = filter;
      const states = Object.fromEntries(filter.states.map((state, index) => [`state${index}`, state]));
      const values = {
        ...states,
        locationId,
        fromTime,
        until,
        number: documentNumberIn(search, 'transfer'),
        words: folded(search),
        match: matchExpression(search),
        offset,
        limit,
      };
      const rows = reader
        .prepare<[object], TransferRow>(
          `${TRANSFER} ${where} ORDER BY ${AT} DESC, t.id DESC LIMIT @limit OFFSET @offset`,
        )
        .all(values);
      const counted = reader
        .prepare<[object], number>(
          `SELECT count(*) FROM (SELECT 1 FROM transfer t ${where} LIMIT ${COUNTED_TO + 1})`,
        )
        .pluck()
        .get(values);
      const total = counted ?? 0;
      return { rows, total: Math.min(total, COUNTED_TO), totalIsExact: total <= COUNTED_TO };
    },
  };
}

function whereOf({ states, locationId, search, fromTime, until }: TransferFilter): string {
  const conditions = [
    states.length > 0
      ? `t.state IN (${states.map((_, index) => `@state${index}`).join()})`
      : `t.state <> 'discarded'`,
    locationId !== undefined && '(t.from_location_id = @locationId OR t.to_location_id = @locationId)',
    search !== '' &&
      `(t.number = @number OR ${mentions('t.note')} OR t.id IN (
         SELECT transfer_id FROM transfer_line WHERE product_id IN (
           SELECT rowid FROM product_search WHERE product_search MATCH @match)))`,
    fromTime !== undefined && `${AT} >= @fromTime`,
    until !== undefined && `${AT} < @until`,
  ].filter((condition) => condition !== false);
  return `WHERE ${conditions.join(' AND ')}`;
}
