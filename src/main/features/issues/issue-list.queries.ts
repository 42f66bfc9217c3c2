import { mentions } from '#main/platform/database/folded-sql';
import { nameOf } from '#main/platform/database/person-name';
import type { Reader } from '#main/platform/work/connections';
import type { IssueState } from '#shared/contract/issues';
import { documentNumberIn } from '#shared/kernel/document-number';
import { folded, matchExpression } from '#shared/kernel/search-text';
import { ISSUE, type IssueRow } from './issue.queries';

/** Which issues to list; instants in UTC epoch ms, `until` exclusive. */
export interface IssueFilter {
  states: readonly IssueState[];
  locationId?: number | undefined;
  search: string;
  fromTime?: number | undefined;
  until?: number | undefined;
}

/** Totals are exact up to this number. */
const COUNTED_TO = 1000;

const AT = 'COALESCE(i.issued_at, i.created_at)';

/** Lists issues. */
export function issueListQueries(reader: Reader) {
  return {
    /** A page, newest first, with the total count. */
    page(filter: IssueFilter, offset: number, limit: number) {
      const where = whereOf(filter);
      const { locationId, search, fromTime, until } = filter;
      const states = Object.fromEntries(filter.states.map((state, index) => [`state${index}`, state]));
      const values = {
        ...states,
        locationId,
        fromTime,
        until,
        number: documentNumberIn(search, 'issue'),
        words: folded(search),
        match: matchExpression(search),
        offset,
        limit,
      };
      const rows = reader
        .prepare<[object], IssueRow>(
          `${ISSUE} ${where} ORDER BY ${AT} DESC, i.id DESC LIMIT @limit OFFSET @offset`,
        )
        .all(values);
      const counted = reader
        .prepare<[object], number>(
          `SELECT count(*) FROM (SELECT 1 FROM goods_issue i ${where} LIMIT ${COUNTED_TO + 1})`,
        )
        .pluck()
        .get(values);
      const total = counted ?? 0;
      return { rows, total: Math.min(total, COUNTED_TO), totalIsExact: total <= COUNTED_TO };
    },
  };
}

function whereOf({ states, locationId, search, fromTime, until }: IssueFilter): string {
  const conditions = [
    states.length > 0
      ? `i.state IN (${states.map((_, index) => `@state${index}`).join()})`
      : `i.state <> 'discarded'`,
    locationId !== undefined && 'i.location_id = @locationId',
    search !== '' &&
      `(i.number = @number OR ${mentions('i.note')} OR ${mentions('i.holder_name')}
        OR i.holder_account_id IN (SELECT h.id FROM account h WHERE ${mentions(nameOf('h'))})
        OR i.id IN (SELECT issue_id FROM goods_issue_line WHERE product_id IN (
          SELECT rowid FROM product_search WHERE product_search MATCH @match)))`,
    fromTime !== undefined && `${AT} >= @fromTime`,
    until !== undefined && `${AT} < @until`,
  ].filter((condition) => condition !== false);
  return `WHERE ${conditions.join(' AND ')}`;
}
