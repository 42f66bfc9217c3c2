import type { Reader } from '#main/platform/work/connections';
import type { BarcodeKind } from '#shared/kernel/barcode';
import type { UnitOfMeasure } from '#shared/kernel/quantity';

/** A code that identifies one unit of a product. */
export interface ProductCode {
  code: string;
  kind: BarcodeKind;
}

/** The data of a product for its label. */
export interface ProductGoods {
  of: 'product';
  id: number;
  name: string;
  sku: string;
  unit: UnitOfMeasure;
  priceMinor: number;
  discountMilliPercent: number;
  /** The quantity on hand at all locations. */
  onHandMilli: number;
  codes: ProductCode[];
}

export interface BatchGoods extends Omit<ProductGoods, 'of' | 'priceMinor' | 'discountMilliPercent'> {
  of: 'batch';
  productId: number;
  number: string;
  expiresOn: string | null;
}

export interface LocationGoods {
  of: 'location';
  id: number;
  name: string;
  barcode: string | null;
}

export type Labelled = ProductGoods | BatchGoods | LocationGoods;

type Stored<Goods extends { codes: ProductCode[] }> = Omit<Goods, 'of' | 'codes'> & { codes: string };

/** In the order in which they were added to the product: the first is the one that lists show. */
const CODES = `(SELECT COALESCE(json_group_array(json_object('code', b.code, 'kind', b.kind)), '[]')
  FROM (SELECT code, kind FROM product_barcode
        WHERE product_id = p.id AND quantity_milli = 1000 ORDER BY id) b) AS codes`;

/** Reads the data for labels by id. */
export function labelQueries(reader: Reader) {
  const products = reader.prepare<[string], Stored<ProductGoods>>(
    `SELECT p.id, p.name, p.sku, p.unit, p.price_minor AS priceMinor,
       p.discount_milli_percent AS discountMilliPercent,
       (SELECT COALESCE(SUM(e.on_hand_milli), 0) FROM stock_entry e WHERE e.product_id = p.id) AS onHandMilli,
       ${CODES}
     FROM json_each(?) wanted CROSS JOIN product p ON p.id = wanted.value`,
  );
  const batches = reader.prepare<[string], Stored<BatchGoods>>(
    `SELECT b.id, b.product_id AS productId, b.number, b.expires_on AS expiresOn, p.name, p.sku, p.unit,
       (SELECT COALESCE(SUM(e.on_hand_milli), 0) FROM stock_entry e WHERE e.batch_id = b.id) AS onHandMilli,
       ${CODES}
     FROM json_each(?) wanted CROSS JOIN batch b ON b.id = wanted.value JOIN product p ON p.id = b.product_id`,
  );
  const places = reader.prepare<[string], Omit<LocationGoods, 'of'>>(
    'SELECT l.id, l.name, l.barcode FROM json_each(?) wanted CROSS JOIN location l ON l.id = wanted.value',
  );
  return {
    products: (ids: readonly number[]): ProductGoods[] =>
      products
        .all(JSON.stringify(ids))
        .map((row) => ({ ...row, of: 'product', codes: JSON.parse(row.codes) })),
    batches: (ids: readonly number[]): BatchGoods[] =>
      batches.all(JSON.stringify(ids)).map((row) => ({ ...row, of: 'batch', codes: JSON.parse(row.codes) })),
    places: (ids: readonly number[]): LocationGoods[] =>
      places.all(JSON.stringify(ids)).map((row) => ({ ...row, of: 'location' })),
  };
}
