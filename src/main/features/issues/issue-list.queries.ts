import { mentions } from '#main/platform/database/folded-sql';
import { nameOf } from '#main/platform/database/person-name';
import { type DocumentFilter, documentValues, isWithin } from '#main/platform/lists/document-filter';
import { isOneOf, ListQuery } from '#main/platform/lists/list-query';
import { PRODUCTS_FOUND } from '#main/platform/lists/search-sql';
import type { Reader } from '#main/platform/work/connections';
import type { IssueState } from '#shared/contract/issues';
import { documentNumberIn } from '#shared/kernel/document-number';
import { ISSUE, type IssueRow } from './issue.queries';

type IssueFilter = DocumentFilter<IssueState>;

const AT = 'COALESCE(i.issued_at, i.created_at)';

/** Issues, newest first. */
export function issueList(reader: Reader): ListQuery<IssueFilter, IssueRow> {
  return new ListQuery(reader, {
    select: ISSUE,
    from: 'FROM goods_issue i',
    order: `${AT} DESC, i.id DESC`,
    conditions: ({ states, locationId, search, ...instants }) => [
      isOneOf('i.state', states) || `i.state <> 'discarded'`,
      locationId !== undefined && 'i.location_id = @locationId',
      search !== '' &&
        `(i.number = @number OR ${mentions('i.note')} OR ${mentions('i.holder_name')}
          OR i.holder_account_id IN (SELECT h.id FROM account h WHERE ${mentions(nameOf('h'))})
          OR i.id IN (SELECT issue_id FROM goods_issue_line WHERE product_id IN (${PRODUCTS_FOUND})))`,
      ...isWithin(AT, instants),
    ],
    values: (filter) => ({ ...documentValues(filter), number: documentNumberIn(filter.search, 'issue') }),
  });
}
