import { mentions } from '#main/platform/database/folded-sql';
import { isOneOf, ListQuery, namedValues } from '#main/platform/lists/list-query';
import { PRODUCTS_FOUND, searchValues } from '#main/platform/lists/search-sql';
import type { Reader } from '#main/platform/work/connections';
import type { TransferState } from '#shared/contract/transfers';
import { documentNumberIn } from '#shared/kernel/document-number';
import type { Instants } from '#shared/kernel/time';
import { TRANSFER, type TransferRow } from './transfer.queries';

/** Which transfers to list; instants in UTC epoch milliseconds. */
interface TransferFilter extends Instants {
  states: readonly TransferState[];
  locationId?: number | undefined;
  search: string;
}

const AT = 'COALESCE(t.sent_at, t.created_at)';

/** Transfers, newest first. */
export function transferList(reader: Reader): ListQuery<TransferFilter, TransferRow> {
  return new ListQuery(reader, {
    select: TRANSFER,
    from: 'FROM transfer t',
    order: `${AT} DESC, t.id DESC`,
    conditions: ({ states, locationId, search, fromTime, until }) => [
      isOneOf('t.state', states) || `t.state <> 'discarded'`,
      locationId !== undefined && '(t.from_location_id = @locationId OR t.to_location_id = @locationId)',
      search !== '' &&
        `(t.number = @number OR ${mentions('t.note')} OR t.id IN (
           SELECT transfer_id FROM transfer_line WHERE product_id IN (${PRODUCTS_FOUND})))`,
      fromTime !== undefined && `${AT} >= @fromTime`,
      until !== undefined && `${AT} < @until`,
    ],
    values: ({ states, search, ...filter }) => ({
      ...filter,
      ...namedValues(states),
      ...searchValues(search),
      number: documentNumberIn(search, 'transfer'),
    }),
  });
}
