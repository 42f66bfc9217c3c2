import { COUNTED_TO } from '#main/platform/lists/list-query';
import type { Reader } from '#main/platform/work/connections';
import type { Product } from '#shared/contract/catalogue';
import type { UnitOfMeasure } from '#shared/kernel/quantity';
import {
  countSql,
  gatherSql,
  type ProductFilter,
  type ProductSort,
  valuesOf,
  walkSql,
} from './product-list.queries';

/** A product as exported; money in minor units, rates in thousandths of a percent. */
export interface ExportedRow {
  name: string;
  sku: string;
  description: string;
  categoryId: number | null;
  priceMinor: number;
  costMinor: number;
  unit: UnitOfMeasure;
  taxRateMilliPercent: number;
  discountMilliPercent: number;
  status: Product['status'];
  thresholdMilli: number | null;
  reorderMilli: number | null;
  supplier: string | null;
  onHandMilli: number;
  availableMilli: number;
  /** The codes of single units, and of packs with their quantity. */
  barcodes: string | null;
  packBarcodes: string | null;
}

const codes = (code: string, which: string) =>
  `(SELECT group_concat(${code}, '; ') FROM
     (SELECT code, quantity_milli FROM product_barcode WHERE product_id = p.id AND ${which} ORDER BY id))`;

/** Reads products for an export, in a transaction that sees one state of the store while the ids are iterated. */
export function productExportQueries(reader: Reader) {
  const rows = reader.prepare<[string], ExportedRow>(
    `SELECT p.name, p.sku, p.description, p.category_id AS categoryId, p.price_minor AS priceMinor,
       p.cost_minor AS costMinor, p.unit, p.tax_rate_milli_percent AS taxRateMilliPercent,
       p.discount_milli_percent AS discountMilliPercent, p.status,
       p.threshold_milli AS thresholdMilli, p.reorder_milli AS reorderMilli, s.name AS supplier,
       (SELECT COALESCE(SUM(on_hand_milli), 0) FROM stock_entry WHERE product_id = p.id) AS onHandMilli,
       (SELECT COALESCE(SUM(on_hand_milli - reserved_milli), 0) FROM stock_entry WHERE product_id = p.id)
         AS availableMilli,
       ${codes('code', 'quantity_milli = 1000')} AS barcodes,
       ${codes("code || ' x ' || (quantity_milli / 1000.0)", 'quantity_milli <> 1000')} AS packBarcodes
     FROM json_each(?) wanted CROSS JOIN product p ON p.id = wanted.value
     LEFT JOIN party s ON s.id = p.supplier_id ORDER BY wanted.key`,
  );
  return {
    rows: (ids: readonly number[]) => rows.all(JSON.stringify(ids)),

    categories: reader.prepare<[], { id: number; parentId: number | null; name: string }>(
      'SELECT id, parent_id AS parentId, name FROM category WHERE deleted_at IS NULL',
    ),

    /** The ids of all products of a list, in its order, one by one. */
    walk(filter: ProductFilter, sort: ProductSort): IterableIterator<number> {
      const values = valuesOf(filter);
      const counted = reader.prepare<[object], number>(countSql(filter)).pluck().get(values) ?? 0;
      const sql = counted > COUNTED_TO ? walkSql(filter, sort) : gatherSql(filter, sort);
      return reader
        .prepare<[object], number>(sql)
        .pluck()
        .iterate({ ...values, offset: 0, limit: -1 });
    },
  };
}
