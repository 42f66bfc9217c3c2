import type { Ctx } from '#main/platform/ctx';
import { nameOf } from '#main/platform/database/person-name';
import { SELLING_LOCATION_OF_TILL } from '#main/platform/database/selling-location';
import type { Connection, Tx } from '#main/platform/work/connections';
import type { Batch } from '#shared/contract/stock';
import { type Average, heldValue } from './stock-cost';

interface BatchRow extends Omit<Batch, 'places' | 'onHandMilli' | 'reservedMilli' | 'valueMinor'>, Average {
  productName: string;
}

interface PlaceRow extends Omit<Batch['places'][number], 'isSellingLocation' | 'availableMilli'> {
  batchId: number;
  isSellingLocation: 0 | 1;
}

/** The till at which batches are viewed; its selling location is listed first. */
type AtTill = Pick<Ctx, 'tillId'>;

const LISTED_AT_MOST = 500;

const BATCH = `SELECT b.id, b.product_id AS productId, p.name AS productName, b.number, b.expires_on AS expiresOn,
    COALESCE(c.averaged_milli, 0) AS averagedMilli, COALESCE(c.averaged_minor, 0) AS averagedMinor, b.version
  FROM batch b JOIN product p ON p.id = b.product_id
    LEFT JOIN stock_cost c ON c.product_id = b.product_id AND COALESCE(c.batch_id, 0) = b.id`;

const IN_STOCK = `EXISTS (SELECT 1 FROM stock_entry e
  WHERE e.batch_id = b.id AND (e.on_hand_milli <> 0 OR e.reserved_milli <> 0))`;

/** Batches as the contract returns them, including cost; the service decides who may see the cost. */
export function batchReads(connection: Connection) {
  const byId = connection.prepare<[number], BatchRow>(`${BATCH} WHERE b.id = ?`);
  const inStock = connection.prepare<[number], BatchRow>(
    `${BATCH} WHERE b.product_id = ? AND ${IN_STOCK}
     ORDER BY b.expires_on IS NULL, b.expires_on, b.id LIMIT ${LISTED_AT_MOST}`,
  );
  const usedUp = connection.prepare<[number, number], BatchRow>(
    `${BATCH} WHERE b.product_id = ? AND NOT ${IN_STOCK} ORDER BY b.id DESC LIMIT ?`,
  );
  const places = connection.prepare<[string, AtTill], PlaceRow>(
    `SELECT e.batch_id AS batchId, e.id AS entryId, e.location_id AS locationId, l.name AS locationName,
       l.id = ${SELLING_LOCATION_OF_TILL} AS isSellingLocation, e.on_hand_milli AS onHandMilli, e.reserved_milli AS reservedMilli
     FROM json_each(?) asked CROSS JOIN stock_entry e ON e.batch_id = asked.value
       JOIN location l ON l.id = e.location_id
     ORDER BY isSellingLocation DESC, l.name`,
  );
  const withPlaces = (
    rows: readonly BatchRow[],
    { tillId }: AtTill,
  ): Array<Batch & { productName: string }> => {
    const found = places.all(JSON.stringify(rows.map(({ id }) => id)), { tillId });
    return rows.map(({ averagedMilli, averagedMinor, ...row }) => {
      const own = found.filter(({ batchId }) => batchId === row.id);
      const onHandMilli = own.reduce((sum, place) => sum + place.onHandMilli, 0);
      return {
        ...row,
        onHandMilli,
        valueMinor: heldValue({ averagedMilli, averagedMinor }, onHandMilli),
        reservedMilli: own.reduce((sum, { reservedMilli }) => sum + reservedMilli, 0),
        places: own.map(({ batchId: _, isSellingLocation, ...place }) => ({
          ...place,
          isSellingLocation: isSellingLocation === 1,
          availableMilli: place.onHandMilli - place.reservedMilli,
        })),
      };
    });
  };
  const changedBy = connection
    .prepare<[number], string>(
      `SELECT ${nameOf('a')} FROM log_entry e JOIN account a ON a.id = e.account_id
       WHERE e.entity = 'batch' AND e.entity_id = ? ORDER BY e.id DESC LIMIT 1`,
    )
    .pluck();
  return {
    numbered: connection.prepare<[number, string], Pick<Batch, 'id' | 'expiresOn'>>(
      'SELECT id, expires_on AS expiresOn FROM batch WHERE product_id = ? AND number = ?',
    ),
    byId: (id: number, at: AtTill) => withPlaces(byId.all(id), at)[0],
    /** Batches with stock, earliest expiry first; with `all`, used-up batches follow, newest first. */
    list(productId: number, all: boolean, at: AtTill) {
      const there = inStock.all(productId);
      return withPlaces(
        all ? [...there, ...usedUp.all(productId, LISTED_AT_MOST - there.length)] : there,
        at,
      );
    },
    /** The name of the person who last changed it, from the store log. */
    changedBy: (id: number): string => changedBy.get(id) ?? '',
  };
}

export function batchWrites(tx: Tx) {
  return {
    changeExpiry: tx.prepare<[string | null, number]>(
      'UPDATE batch SET expires_on = ?, version = version + 1 WHERE id = ?',
    ),
  };
}
