import { isWithin } from '#main/platform/lists/document-filter';
import { ListQuery } from '#main/platform/lists/list-query';
import { PRODUCTS_FOUND, searchValues } from '#main/platform/lists/search-sql';
import type { Reader, Tx } from '#main/platform/work/connections';
import type { Alert, AlertKind } from '#shared/contract/alerts';
import type { Instants } from '#shared/kernel/time';

/** Which alerts to list; instants in UTC epoch milliseconds. Omitted fields do not filter. */
interface AlertFilter extends Instants {
  kind?: AlertKind | undefined;
  state?: 'open' | 'resolved' | undefined;
  productId?: number | undefined;
  /** Words of a product's name, SKU, barcodes or description; all of them must match. */
  search: string;
}

type AlertRow = Omit<Alert, 'isUnread'> & { isUnread: 0 | 1 };

const UNSEEN =
  'NOT EXISTS (SELECT 1 FROM alert_seen s WHERE s.account_id = @accountId AND s.alert_id = a.id)';

const COLUMNS = `a.id, a.kind, a.product_id AS productId, a.product_name AS productName, a.sku, a.unit,
  a.location_id AS locationId, a.location_name AS locationName, a.batch_id AS batchId,
  a.batch_number AS batchNumber, a.expires_on AS expiresOn, a.quantity_milli AS quantityMilli,
  a.threshold_milli AS thresholdMilli, a.raised_at AS raisedAt, a.resolved_at AS resolvedAt,
  (a.resolved_at IS NULL AND ${UNSEEN}) AS isUnread`;

/** Alerts as a person sees them, newest first. */
export function alertList(reader: Reader): ListQuery<AlertFilter & { accountId: number }, AlertRow> {
  return new ListQuery(reader, {
    select: `SELECT ${COLUMNS} FROM alert a`,
    from: 'FROM alert a',
    order: 'a.id DESC',
    conditions: ({ kind, state, productId, search, ...instants }) => [
      kind !== undefined && 'a.kind = @kind',
      state === 'open' && 'a.resolved_at IS NULL',
      state === 'resolved' && 'a.resolved_at IS NOT NULL',
      productId !== undefined && 'a.product_id = @productId',
      search !== '' && `a.product_id IN (${PRODUCTS_FOUND})`,
      ...isWithin('a.raised_at', instants),
    ],
    values: ({ search, ...filter }) => ({ ...filter, ...searchValues(search) }),
  });
}

/** What is under the bell. */
export function alertBellQueries(reader: Reader) {
  const newest = reader.prepare<[{ accountId: number; limit: number }], AlertRow>(
    `SELECT ${COLUMNS} FROM alert a ORDER BY a.id DESC LIMIT @limit`,
  );
  const unread = reader
    .prepare<[{ accountId: number }], number>(
      `SELECT count(*) FROM alert a WHERE a.resolved_at IS NULL AND ${UNSEEN}`,
    )
    .pluck();
  return {
    /** The alerts raised last, open or resolved. */
    newest: (accountId: number, limit: number): Alert[] => newest.all({ accountId, limit }).map(toAlert),

    /** The number of open alerts that a person has not seen. */
    unread: (accountId: number): number => unread.get({ accountId }) ?? 0,
  };
}

/** The statements that record who has seen which alert. */
export function alertSeenWrites(tx: Tx) {
  return {
    some: tx.prepare<[{ accountId: number; now: number; ids: string }]>(
      `INSERT OR IGNORE INTO alert_seen (account_id, alert_id, seen_at)
       SELECT @accountId, a.id, @now FROM json_each(@ids) asked CROSS JOIN alert a ON a.id = asked.value`,
    ),
    allOpen: tx.prepare<[{ accountId: number; now: number }]>(
      `INSERT OR IGNORE INTO alert_seen (account_id, alert_id, seen_at)
       SELECT @accountId, a.id, @now FROM alert a WHERE a.resolved_at IS NULL`,
    ),
  };
}

export function toAlert({ isUnread, ...row }: AlertRow): Alert {
  return { ...row, isUnread: isUnread === 1 };
}
