import type { Connection, Tx } from '#main/platform/work/connections';
import type { Product } from '#shared/contract/catalogue';

/** The fields of a product's own row that an import provides. */
export interface ProductFields {
  name: string;
  description: string;
  sku: string;
  categoryId: number | null;
  supplierId: number | null;
  priceMinor: number;
  costMinor: number;
  unit: Product['unit'];
  taxRateMilliPercent: number;
  discountMilliPercent: number;
  status: Product['status'];
  thresholdMilli: number | null;
  reorderMilli: number | null;
}

/** An existing product, with the names that its ids refer to. */
export interface KnownProduct extends ProductFields {
  id: number;
  version: number;
  category: string;
  supplier: string;
}

/** A row of the staging table: `before` and `after` are JSON, null for a new product. */
interface StagedProductRow extends ProductFields {
  productId: number;
  isNew: 0 | 1;
  version: number;
  openingMilli: number;
  needsReindex: 0 | 1;
  before: string | null;
  after: string | null;
}

/** Opening stock of a product that was staged. */
export interface StagedOpening {
  productId: number;
  isNew: 0 | 1;
  openingMilli: number;
  costMinor: number;
}

export interface StagedCategory {
  id: number;
  parentId: number | null;
  name: string;
}

const COLUMNS = {
  name: 'name',
  description: 'description',
  sku: 'sku',
  category_id: 'categoryId',
  supplier_id: 'supplierId',
  price_minor: 'priceMinor',
  cost_minor: 'costMinor',
  unit: 'unit',
  tax_rate_milli_percent: 'taxRateMilliPercent',
  discount_milli_percent: 'discountMilliPercent',
  status: 'status',
  threshold_milli: 'thresholdMilli',
  reorder_milli: 'reorderMilli',
} as const satisfies Record<string, keyof ProductFields>;

const NAMES = Object.keys(COLUMNS).join(', ');
const VALUES = Object.values(COLUMNS)
  .map((value) => `@${value}`)
  .join(', ');
const READ = Object.entries(COLUMNS)
  .map(([column, value]) => `p.${column} AS ${value}`)
  .join(', ');
const FROM_STAGED = Object.keys(COLUMNS)
  .map((column) => `${column} = s.${column}`)
  .join(', ');

/** The queries that compare an imported product with the catalogue. */
export function knownProductQueries(connection: Connection) {
  return {
    idBySku: connection.prepare<[string], number>('SELECT id FROM product WHERE sku = ?').pluck(),
    isActiveName: connection
      .prepare<[string], 1>("SELECT 1 FROM product WHERE status = 'active' AND name = ? LIMIT 1")
      .pluck(),
    idByCode: connection
      .prepare<[string], number>('SELECT product_id FROM product_barcode WHERE code = ?')
      .pluck(),
    byId: connection.prepare<[number], KnownProduct>(
      `SELECT p.id, p.version, ${READ}, COALESCE(c.name, '') AS category, COALESCE(s.name, '') AS supplier
       FROM product p LEFT JOIN category c ON c.id = p.category_id LEFT JOIN party s ON s.id = p.supplier_id
       WHERE p.id = ?`,
    ),
    codesOf: connection
      .prepare<[number], string>('SELECT code FROM product_barcode WHERE product_id = ? ORDER BY id')
      .pluck(),
    categories: connection.prepare<[], StagedCategory>(
      'SELECT id, parent_id AS parentId, name FROM category WHERE deleted_at IS NULL ORDER BY id',
    ),
  };
}

/** The staging of products, and the final step that adds them to the catalogue. */
export function productIntakeQueries(tx: Tx) {
  return {
    raiseSequence: tx.prepare<[{ table: string; count: number }]>(
      'UPDATE sqlite_sequence SET seq = seq + CAST(@count AS INTEGER) WHERE name = @table',
    ),
    insertSequence: tx.prepare<[{ table: string; count: number }]>(
      'INSERT INTO sqlite_sequence (name, seq) VALUES (@table, CAST(@count AS INTEGER))',
    ),
    sequence: tx.prepare<[string], number>('SELECT seq FROM sqlite_sequence WHERE name = ?').pluck(),

    stageProduct: tx.prepare<[StagedProductRow]>(
      `INSERT INTO staged_product (product_id, is_new, version, ${NAMES}, opening_milli, needs_reindex, before, after)
       VALUES (@productId, @isNew, @version, ${VALUES}, @openingMilli, @needsReindex, @before, @after)`,
    ),
    stageBarcode: tx.prepare<[number, string, string]>(
      'INSERT INTO staged_barcode (product_id, code, kind) VALUES (?, ?, ?)',
    ),
    stageCategory: tx.prepare<[StagedCategory]>(
      'INSERT INTO staged_category (id, parent_id, name) VALUES (@id, @parentId, @name)',
    ),
    stageSupplier: tx.prepare<[number, string]>('INSERT INTO staged_supplier (id, name) VALUES (?, ?)'),

    stagedCategories: tx.prepare<[], StagedCategory>(
      'SELECT id, parent_id AS parentId, name FROM staged_category ORDER BY id',
    ),
    stagedSuppliers: tx.prepare<[], { id: number; name: string }>(
      'SELECT id, name FROM staged_supplier ORDER BY id',
    ),
    addProducts: tx.prepare<[{ now: number; accountId: number }]>(
      `INSERT INTO product (id, ${NAMES}, created_at, created_by_id, changed_at, changed_by_id, version)
       SELECT product_id, ${NAMES}, CAST(@now AS INTEGER), CAST(@accountId AS INTEGER), CAST(@now AS INTEGER),
         CAST(@accountId AS INTEGER), 1
       FROM staged_product WHERE is_new = 1 ORDER BY product_id`,
    ),
    changeProducts: tx.prepare<[{ now: number; accountId: number }]>(
      `UPDATE product SET ${FROM_STAGED}, changed_at = CAST(@now AS INTEGER),
         changed_by_id = CAST(@accountId AS INTEGER), version = product.version + 1
       FROM staged_product s
       WHERE s.is_new = 0 AND product.id = s.product_id AND product.version = s.version`,
    ),
    addBarcodes: tx.prepare(
      'INSERT INTO product_barcode (product_id, code, kind) SELECT product_id, code, kind FROM staged_barcode ORDER BY id',
    ),
    countChanged: tx.prepare<[], number>('SELECT count(*) FROM staged_product WHERE is_new = 0').pluck(),
    changed: tx.prepare<
      [],
      Pick<StagedProductRow, 'productId' | 'name' | 'needsReindex' | 'before' | 'after'>
    >(
      `SELECT product_id AS productId, name, needs_reindex AS needsReindex, before, after
       FROM staged_product WHERE is_new = 0`,
    ),
    openings: tx.prepare<[], StagedOpening>(
      `SELECT product_id AS productId, is_new AS isNew, opening_milli AS openingMilli, cost_minor AS costMinor
       FROM staged_product WHERE opening_milli > 0 ORDER BY product_id`,
    ),

    /** Staged products that were not added; only the search index has them. */
    notCome: tx
      .prepare<[number], number>(
        `SELECT product_id FROM staged_product s
         WHERE is_new = 1 AND NOT EXISTS (SELECT 1 FROM product WHERE id = s.product_id) LIMIT ?`,
      )
      .pluck(),
    forgetProduct: tx.prepare<[number]>('DELETE FROM staged_product WHERE product_id = ?'),
    forgetProducts: tx.prepare('DELETE FROM staged_product'),
    forgetBarcodes: tx.prepare('DELETE FROM staged_barcode'),
    forgetCategories: tx.prepare('DELETE FROM staged_category'),
    forgetSuppliers: tx.prepare('DELETE FROM staged_supplier'),
  };
}
