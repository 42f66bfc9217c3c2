import { categoryAndBelow } from '#main/platform/database/category-below';
import { IS_SELLING_LOCATION } from '#main/platform/database/selling-location';
import { type ListPage, ListQuery, type PageOf } from '#main/platform/lists/list-query';
import { PRODUCTS_FOUND, searchValues } from '#main/platform/lists/search-sql';
import type { Connection } from '#main/platform/work/connections';
import type { StockEntry } from '#shared/contract/stock';
import type { UnitOfMeasure } from '#shared/kernel/quantity';
import { valuedEntryQuery, valuesOfEntries } from './entry-values';
import { LEAVING_ORDER } from './leaving-order';

interface EntryFilter {
  productId?: number | undefined;
  locationId?: number | undefined;
  /** Includes all categories below it. */
  categoryId?: number | undefined;
  /** Words of a product's name, SKU, barcodes or description, of which all must match; or the number of a batch. */
  search: string;
  lowOnly: boolean;
  /** Only batches with stock on hand that expire in this range of days, both inclusive. */
  expires?: { from: string; to: string } | undefined;
}

type EntryRow = Omit<StockEntry, 'availableMilli' | 'valueMinor'>;

const COLUMNS = `e.id, e.product_id AS productId, p.name AS productName, p.sku, p.unit, e.location_id AS locationId,
  l.name AS locationName, e.batch_id AS batchId, b.number AS batchNumber, b.expires_on AS expiresOn,
  e.on_hand_milli AS onHandMilli, e.reserved_milli AS reservedMilli, e.last_received_at AS lastReceivedAt`;

// CROSS JOIN keeps the order: products by name, then their entries.
const FROM = `FROM product p CROSS JOIN stock_entry e ON e.product_id = p.id`;
const WITH_NAMES = `JOIN location l ON l.id = e.location_id
  LEFT JOIN batch b ON b.id = e.batch_id`;

const EXPIRES = 'expires_on BETWEEN @expiresFrom AND @expiresTo';

/** Stock by location and batch as the contract returns it, including cost; the service decides who may see the cost. */
export function entryQueries(connection: Connection) {
  const byId = connection.prepare<[number], EntryRow>(
    `SELECT ${COLUMNS} FROM stock_entry e JOIN product p ON p.id = e.product_id ${WITH_NAMES} WHERE e.id = ?`,
  );
  // A threshold applies to all locations together. All entries are read once, in index order.
  const low = connection
    .prepare<[], number>(
      `SELECT p.id FROM (SELECT product_id, SUM(on_hand_milli - reserved_milli) AS available_milli
         FROM stock_entry GROUP BY product_id) stocked
       JOIN product p ON p.id = stocked.product_id WHERE p.threshold_milli >= stocked.available_milli`,
    )
    .pluck();
  // The value of an entry is a share of its batch's value, so the entries at all locations are needed, shown or not.
  const valued = valuedEntryQuery(connection);
  const toEntries = (rows: readonly EntryRow[]): StockEntry[] => {
    const productIds = [...new Set(rows.map(({ productId }) => productId))];
    const entries = valued.all(JSON.stringify(productIds));
    const values = valuesOfEntries(entries);
    const valueById = new Map(entries.map(({ id }, index) => [id, values[index] ?? 0]));
    return rows.map((row) => ({
      ...row,
      unit: row.unit as UnitOfMeasure,
      availableMilli: row.onHandMilli - row.reservedMilli,
      valueMinor: valueById.get(row.id) ?? 0,
    }));
  };
  const list = new ListQuery<EntryFilter, EntryRow>(connection, {
    select: `SELECT ${COLUMNS} ${FROM} ${WITH_NAMES}`,
    from: `${FROM} ${WITH_NAMES}`,
    order: ({ expires }) =>
      `${expires ? 'b.expires_on, ' : ''}p.name, p.id, ${IS_SELLING_LOCATION} DESC, l.name, ${LEAVING_ORDER}`,
    conditions: ({ productId, locationId, categoryId, search, lowOnly, expires }) => [
      productId !== undefined && 'p.id = @productId',
      locationId !== undefined && 'e.location_id = @locationId',
      categoryId !== undefined && `p.category_id IN (${categoryAndBelow()})`,
      search !== '' &&
        `p.id IN (${PRODUCTS_FOUND} UNION ALL SELECT product_id FROM batch WHERE number = @search)`,
      lowOnly && 'p.id IN (SELECT value FROM json_each(@lowIds))',
      expires &&
        `p.id IN (SELECT product_id FROM batch WHERE ${EXPIRES}) AND e.on_hand_milli > 0
         AND e.batch_id IN (SELECT id FROM batch WHERE ${EXPIRES})`,
    ],
    values: ({ search, lowOnly, expires, ...filter }) => ({
      ...filter,
      ...searchValues(search),
      search,
      expiresFrom: expires?.from,
      expiresTo: expires?.to,
      lowIds: lowOnly ? JSON.stringify(low.all()) : '[]',
    }),
  });
  return {
    byId: (id: number): StockEntry | undefined => toEntries(byId.all(id))[0],

    /** A page of entries by product name; selling locations come first, each in leaving order. */
    page(filter: EntryFilter, page: PageOf): ListPage<StockEntry> {
      const { rows, ...total } = list.page(filter, page);
      return { rows: toEntries(rows), ...total };
    },
  };
}
