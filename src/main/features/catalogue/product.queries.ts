import type { Ctx } from '#main/platform/ctx';
import { nameOf, nameOfAccount } from '#main/platform/database/person-name';
import { SELLING_LOCATION_OF_TILL } from '#main/platform/database/selling-location';
import type { Connection } from '#main/platform/work/connections';
import type { Product, ProductRow } from '#shared/contract/catalogue';

/** A complete row; the service decides which fields a person sees. */
export type FullProductRow = ProductRow & {
  costMinor: number;
  onHandMilli: number;
  availableMilli: number;
  toSellMilli: number;
};
export type FullProduct = Product & FullProductRow;

type DetailRow = FullProductRow &
  Pick<Product, 'description' | 'preferredSupplier' | 'reorderMilli' | 'changedAt'> & {
    createdById: number;
    changedById: number;
    changedByName: string;
    moved: 0 | 1;
  };

// Stock is read by scalar subqueries: a join costs four times as much.
const ROW = `p.id, p.name, p.sku, p.category_id AS categoryId, c.name AS categoryName, i.hash AS imageHash,
  (SELECT b.code FROM product_barcode b WHERE b.product_id = p.id ORDER BY b.id LIMIT 1) AS barcode,
  p.price_minor AS priceMinor, p.cost_minor AS costMinor, p.unit, p.tax_rate_milli_percent AS taxRateMilliPercent,
  p.discount_milli_percent AS discountMilliPercent, p.status, p.threshold_milli AS thresholdMilli, p.version,
  (SELECT COALESCE(SUM(e.on_hand_milli), 0) FROM stock_entry e WHERE e.product_id = p.id) AS onHandMilli,
  (SELECT COALESCE(SUM(e.on_hand_milli - e.reserved_milli), 0) FROM stock_entry e WHERE e.product_id = p.id)
    AS availableMilli,
  (SELECT COALESCE(SUM(e.on_hand_milli - e.reserved_milli), 0) FROM stock_entry e
   WHERE e.product_id = p.id AND e.location_id = ${SELLING_LOCATION_OF_TILL})
    AS toSellMilli,
  p.created_at AS createdAt, ${nameOf('a')} AS createdByName`;

const WITH_NAMES = `JOIN account a ON a.id = p.created_by_id
  LEFT JOIN category c ON c.id = p.category_id LEFT JOIN image i ON i.id = p.image_id`;

/** The till at which products are viewed; its selling location decides what can be sold. */
type AtTill = Pick<Ctx, 'tillId'>;

/** Products as the contract returns them, including cost and stock. */
export function productQueries(connection: Connection) {
  const rows = connection.prepare<[string, AtTill], FullProductRow>(
    `SELECT ${ROW} FROM json_each(?) wanted CROSS JOIN product p ON p.id = wanted.value ${WITH_NAMES}
     ORDER BY wanted.key`,
  );
  const rowByCode = connection.prepare<[string, AtTill], FullProductRow>(
    `SELECT ${ROW} FROM product_barcode found CROSS JOIN product p ON p.id = found.product_id ${WITH_NAMES}
     WHERE found.code = ?`,
  );
  const rowBySku = connection.prepare<[string, AtTill], FullProductRow>(
    `SELECT ${ROW} FROM product p ${WITH_NAMES} WHERE p.sku = ?`,
  );
  const detail = connection.prepare<[number, AtTill], DetailRow>(
    `SELECT ${ROW}, p.description, COALESCE(s.name, '') AS preferredSupplier, p.reorder_milli AS reorderMilli,
       p.created_by_id AS createdById, p.changed_at AS changedAt, p.changed_by_id AS changedById,
       ${nameOfAccount('p.changed_by_id')} AS changedByName,
       EXISTS (SELECT 1 FROM stock_movement WHERE product_id = p.id)
         OR EXISTS (SELECT 1 FROM sales_order_line WHERE product_id = p.id)
         OR EXISTS (SELECT 1 FROM transfer_line WHERE product_id = p.id)
         OR EXISTS (SELECT 1 FROM goods_issue_line WHERE product_id = p.id)
         OR EXISTS (SELECT 1 FROM stocktake_line WHERE product_id = p.id) AS moved
     FROM product p ${WITH_NAMES} LEFT JOIN party s ON s.id = p.supplier_id WHERE p.id = ?`,
  );
  const barcodes = connection.prepare<[number], Product['barcodes'][number]>(
    `SELECT id, code, kind, quantity_milli AS quantityMilli FROM product_barcode
     WHERE product_id = ? ORDER BY id`,
  );
  const categoryPath = connection.prepare<[number], Product['categoryPath'][number]>(
    `WITH RECURSIVE up(id, parent_id, name, height) AS (
       SELECT id, parent_id, name, 0 FROM category WHERE id = ?
       UNION ALL
       SELECT c.id, c.parent_id, c.name, up.height + 1 FROM up JOIN category c ON c.id = up.parent_id)
     SELECT id, name FROM up ORDER BY height DESC`,
  );

  return {
    rowByCode,
    rowBySku,

    /** The rows of these products, in the order of their ids. */
    rows: (ids: readonly number[], { tillId }: AtTill): FullProductRow[] =>
      rows.all(JSON.stringify(ids), { tillId }),

    /** A complete product. */
    byId(id: number, { tillId }: AtTill): FullProduct | undefined {
      const found = detail.get(id, { tillId });
      if (!found) return undefined;
      const { createdById, changedById, changedByName, moved, ...row } = found;
      return {
        ...row,
        barcodes: barcodes.all(id),
        categoryPath: row.categoryId === null ? [] : categoryPath.all(row.categoryId),
        createdBy: { id: createdById, name: row.createdByName },
        changedBy: { id: changedById, name: changedByName },
        deletable: moved === 0,
      };
    },
  };
}
