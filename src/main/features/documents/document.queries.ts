import { LEAVING_ORDER } from '#main/features/stock/index';
import { nameOf } from '#main/platform/database/person-name';
import type { Connection, Tx } from '#main/platform/work/connections';
import type { DocumentState } from '#shared/contract/documents';
import type { DocumentLineRow, DocumentRow, DocumentTables, MovedGoods } from './document-kind';

/** The stock of a batch, or of goods without one, at the location that a document's goods leave. */
export interface ShelfRow {
  productId: number;
  batchId: number | null;
  batchNumber: string | null;
  expiresOn: string | null;
  onHandMilli: number;
  reservedMilli: number;
}

/** The values of a kind's own columns. */
export type Fields = Readonly<Record<string, string | number | null>>;

/** The choice of a batch as a line stores it. */
export interface BatchChoice {
  anyBatch: 0 | 1;
  batchId: number | null;
}

interface NewLine extends BatchChoice {
  documentId: number;
  productId: number;
  quantityMilli: number;
}

type Written = Fields & { note: string; accountId: number };

/** Further columns of a kind, after the common ones. */
function alsoOf(columns: string): string {
  return columns === '' ? '' : `, ${columns}`;
}

/** `SELECT ... FROM ...` of documents `d`. */
export function selectDocuments({ table, lineTable, parent, leaves, selected, joins }: DocumentTables) {
  return `SELECT d.id, d.state, d.number, d.note, p.id AS locationId, p.name AS locationName,
    (SELECT count(*) FROM ${lineTable} WHERE ${parent} = d.id) AS lineCount,
    d.created_at AS createdAt, d.created_by_id AS createdById, ${nameOf('a')} AS createdByName,
    ${nameOf('c')} AS changedByName, d.posted_at AS postedAt, d.posted_by_id AS postedById,
    (SELECT ${nameOf('s')} FROM account s WHERE s.id = d.posted_by_id) AS postedByName, d.version${alsoOf(selected)}
    FROM ${table} d JOIN location p ON p.id = d.${leaves}
    JOIN account a ON a.id = d.created_by_id JOIN account c ON c.id = d.changed_by_id ${joins}`;
}

function selectLines({ lineTable, parent, lineSelected }: DocumentTables): string {
  return `SELECT l.id, l.${parent} AS documentId, l.product_id AS productId, p.name AS productName, p.sku, p.unit,
    l.any_batch AS anyBatch, l.batch_id AS batchId, b.number AS batchNumber, b.expires_on AS expiresOn,
    l.quantity_milli AS quantityMilli, l.version,
    (SELECT code FROM product_barcode WHERE product_id = p.id ORDER BY id LIMIT 1) AS barcode${alsoOf(lineSelected)}
    FROM ${lineTable} l JOIN product p ON p.id = l.product_id LEFT JOIN batch b ON b.id = l.batch_id`;
}

function selectShelves(products: string): string {
  return `SELECT e.product_id AS productId, e.batch_id AS batchId, b.number AS batchNumber,
    b.expires_on AS expiresOn, e.on_hand_milli AS onHandMilli, e.reserved_milli AS reservedMilli
    FROM (${products}) asked
    CROSS JOIN stock_entry e ON e.product_id = asked.product_id AND e.location_id = @locationId
    LEFT JOIN batch b ON b.id = e.batch_id
    ORDER BY e.product_id, ${LEAVING_ORDER}`;
}

/** Reads a document with its lines and the stock of their products. */
export function documentReads<Row extends DocumentRow, LineRow extends DocumentLineRow>(
  connection: Connection,
  tables: DocumentTables,
) {
  const { lineTable, parent } = tables;
  const lines = selectLines(tables);
  return {
    document: connection.prepare<[number], Row>(`${selectDocuments(tables)} WHERE d.id = ?`),
    lines: connection.prepare<[number], LineRow>(`${lines} WHERE l.${parent} = ? ORDER BY l.position, l.id`),
    linesOfProduct: connection.prepare<[number, number], LineRow>(
      `${lines} WHERE l.${parent} = ? AND l.product_id = ? ORDER BY l.position, l.id`,
    ),
    line: connection.prepare<[number], LineRow>(`${lines} WHERE l.id = ?`),
    shelves: connection.prepare<[{ id: number; locationId: number }], ShelfRow>(
      selectShelves(`SELECT DISTINCT product_id FROM ${lineTable} WHERE ${parent} = @id`),
    ),
    shelvesOfProduct: connection.prepare<[{ productId: number; locationId: number }], ShelfRow>(
      selectShelves('SELECT @productId AS product_id'),
    ),
  };
}

export type DocumentReads<Row extends DocumentRow, LineRow extends DocumentLineRow> = ReturnType<
  typeof documentReads<Row, LineRow>
>;

/** The statements that change documents, inside a unit of work. */
export function documentWrites(tx: Tx, { table, lineTable, parent, columns, storesCost }: DocumentTables) {
  const own = Object.entries(columns);
  const names = own.map(([, column]) => column).join(', ');
  const values = own.map(([value]) => `@${value}`).join(', ');
  const cost = storesCost ? ', cost_minor' : '';
  return {
    location: tx.prepare<[number], { name: string; closedAt: number | null }>(
      'SELECT name, closed_at AS closedAt FROM location WHERE id = ?',
    ),
    batchOf: tx
      .prepare<[number, number], number>('SELECT id FROM batch WHERE id = ? AND product_id = ?')
      .pluck(),
    start: tx.prepare<[Written & { createdAt: number }]>(
      `INSERT INTO ${table} (${names}, note, created_at, created_by_id, changed_by_id)
       VALUES (${values}, @note, @createdAt, @accountId, @accountId)`,
    ),
    change: tx.prepare<[Written & { id: number }]>(
      `UPDATE ${table} SET ${own.map(([value, column]) => `${column} = @${value}`).join(', ')}, note = @note,
         changed_by_id = @accountId, version = version + 1 WHERE id = @id`,
    ),
    setState: tx.prepare<[{ id: number; state: DocumentState; accountId: number }]>(
      `UPDATE ${table} SET state = @state, changed_by_id = @accountId, version = version + 1 WHERE id = @id`,
    ),
    touch: tx.prepare<[number, number]>(
      `UPDATE ${table} SET changed_by_id = ?, version = version + 1 WHERE id = ?`,
    ),
    post: tx.prepare<[{ id: number; number: string; postedAt: number; accountId: number }]>(
      `UPDATE ${table} SET state = 'posted', posted_at = @postedAt, posted_by_id = @accountId,
         changed_by_id = @accountId, number = @number, version = version + 1 WHERE id = @id`,
    ),
    addLine: tx.prepare<[NewLine]>(
      `INSERT INTO ${lineTable} (${parent}, position, product_id, any_batch, batch_id, quantity_milli)
       VALUES (@documentId, (SELECT COALESCE(MAX(position), 0) + 1 FROM ${lineTable} WHERE ${parent} = @documentId),
         @productId, @anyBatch, @batchId, @quantityMilli)`,
    ),
    setLine: tx.prepare<[BatchChoice & { id: number; quantityMilli: number }]>(
      `UPDATE ${lineTable} SET any_batch = @anyBatch, batch_id = @batchId, quantity_milli = @quantityMilli,
         version = version + 1 WHERE id = @id`,
    ),
    removeLine: tx.prepare<[number]>(`DELETE FROM ${lineTable} WHERE id = ?`),
    /** Writes what a line moved of one batch. */
    postLine: tx.prepare<[MovedGoods & { id: number }]>(
      `UPDATE ${lineTable} SET any_batch = 0, batch_id = @batchId, quantity_milli = @quantityMilli,
         ${storesCost ? 'cost_minor = @costMinor,' : ''} version = version + 1 WHERE id = @id`,
    ),
    /** Splits off what a line moved of another batch, as a line with the same position. */
    splitLine: tx.prepare<[MovedGoods & { id: number }]>(
      `INSERT INTO ${lineTable} (${parent}, position, product_id, any_batch, batch_id, quantity_milli${cost})
       SELECT ${parent}, position, product_id, 0, @batchId, @quantityMilli${storesCost ? ', @costMinor' : ''}
       FROM ${lineTable} WHERE id = @id`,
    ),
  };
}
