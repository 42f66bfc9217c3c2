import { mentions } from '#main/platform/database/folded-sql';
import { type DocumentFilter, documentValues, isWithin } from '#main/platform/lists/document-filter';
import { isOneOf, ListQuery } from '#main/platform/lists/list-query';
import { PRODUCTS_FOUND } from '#main/platform/lists/search-sql';
import type { Reader } from '#main/platform/work/connections';
import type { TransferState } from '#shared/contract/transfers';
import { documentNumberIn } from '#shared/kernel/document-number';
import { TRANSFER, type TransferRow } from './transfer.queries';

type TransferFilter = DocumentFilter<TransferState>;

const AT = 'COALESCE(t.sent_at, t.created_at)';

/** Transfers, newest first. */
export function transferList(reader: Reader): ListQuery<TransferFilter, TransferRow> {
  return new ListQuery(reader, {
    select: TRANSFER,
    from: 'FROM transfer t',
    order: `${AT} DESC, t.id DESC`,
    conditions: ({ states, locationId, search, ...instants }) => [
      isOneOf('t.state', states) || `t.state <> 'discarded'`,
      locationId !== undefined && '(t.from_location_id = @locationId OR t.to_location_id = @locationId)',
      search !== '' &&
        `(t.number = @number OR ${mentions('t.note')} OR t.id IN (
           SELECT transfer_id FROM transfer_line WHERE product_id IN (${PRODUCTS_FOUND})))`,
      ...isWithin(AT, instants),
    ],
    values: (filter) => ({ ...documentValues(filter), number: documentNumberIn(filter.search, 'transfer') }),
  });
}
