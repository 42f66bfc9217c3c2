import type { Reader, Tx } from '#main/platform/work/connections';
import type { Alert, AlertKind } from '#shared/contract/alerts';
import { matchExpression } from '#shared/kernel/search-text';

/** Which alerts to list; times in UTC epoch ms, `beforeTime` exclusive. Omitted fields do not filter. */
export interface AlertFilter {
  kind?: AlertKind | undefined;
  state?: 'open' | 'resolved' | undefined;
  productId?: number | undefined;
  /** Words of a product's name, SKU, barcodes or description; all of them must match. */
  search: string;
  fromTime?: number | undefined;
  beforeTime?: number | undefined;
}

type AlertRow = Omit<Alert, 'isUnread'> & { isUnread: 0 | 1 };

/** Totals are exact up to this number. */
const COUNTED_TO = 1000;

const UNSEEN =
  'NOT EXISTS (SELECT 1 FROM alert_seen s WHERE s.account_id = @accountId AND s.alert_id = a.id)';

const COLUMNS = `a.id, a.kind, a.product_id AS productId, a.product_name AS productName, a.sku, a.unit,
  a.location_id AS locationId, a.location_name AS locationName, a.batch_id AS batchId,
  a.batch_number AS batchNumber, a.expires_on AS expiresOn, a.quantity_milli AS quantityMilli,
  a.threshold_milli AS thresholdMilli, a.raised_at AS raisedAt, a.resolved_at AS resolvedAt,
  (a.resolved_at IS NULL AND ${UNSEEN}) AS isUnread`;

/** Alerts as a person sees them, newest first. */
export function alertListQueries(reader: Reader) {
  const newest = reader.prepare<[{ accountId: number; limit: number }], AlertRow>(
    `SELECT ${COLUMNS} FROM alert a ORDER BY a.id DESC LIMIT @limit`,
  );
  const unread = reader
    .prepare<[{ accountId: number }], number>(
      `SELECT count(*) FROM alert a WHERE a.resolved_at IS NULL AND ${UNSEEN}`,
    )
    .pluck();
  return {
    /** A page with the total count. */
    page(accountId: number, filter: AlertFilter, offset: number, limit: number) {
      const where = whereOf(filter);
      const values = { ...filter, match: matchExpression(filter.search), accountId, offset, limit };
      const rows = reader
        .prepare<[object], AlertRow>(
          `SELECT ${COLUMNS} FROM alert a ${where} ORDER BY a.id DESC LIMIT @limit OFFSET @offset`,
        )
        .all(values);
      const counted = reader
        .prepare<[object], number>(
          `SELECT count(*) FROM (SELECT 1 FROM alert a ${where} LIMIT ${COUNTED_TO + 1})`,
        )
        .pluck()
        .get(values);
      const total = counted ?? 0;
      return {
        rows: rows.map(toAlert),
        total: Math.min(total, COUNTED_TO),
        totalIsExact: total <= COUNTED_TO,
      };
    },

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

function whereOf({ kind, state, productId, search, fromTime, beforeTime }: AlertFilter): string {
  const conditions = [
    kind !== undefined && 'a.kind = @kind',
    state === 'open' && 'a.resolved_at IS NULL',
    state === 'resolved' && 'a.resolved_at IS NOT NULL',
    productId !== undefined && 'a.product_id = @productId',
    search !== '' && 'a.product_id IN (SELECT rowid FROM product_search WHERE product_search MATCH @match)',
    fromTime !== undefined && 'a.raised_at >= @fromTime',
    beforeTime !== undefined && 'a.raised_at < @beforeTime',
  ].filter((condition) => condition !== false);
  return conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
}

function toAlert({ isUnread, ...row }: AlertRow): Alert {
  return { ...row, isUnread: isUnread === 1 };
}
