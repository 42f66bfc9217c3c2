import { nameOf } from '#main/platform/database/person-name';
import { IS_SELLING_LOCATION } from '#main/platform/database/selling-location';
import type { Connection, Tx } from '#main/platform/work/connections';
import type { ImportProblem, ImportReason, ProductImport, RefusedRow } from '#shared/contract/imports';

export type ImportCounts = Pick<ProductImport, 'created' | 'updated' | 'unchanged' | 'skipped' | 'refused'>;

interface ImportRow extends ImportCounts {
  id: number;
  fileName: string;
  state: ProductImport['state'];
  startedAt: number;
  byId: number;
  byName: string;
  refusedFor: string;
}

/** The number of imports kept with their refused rows. */
const KEPT = 10;

/** Imports, their refused rows, and the data that a file is compared with. */
export function importReads(connection: Connection) {
  const list = connection.prepare<[], ImportRow>(
    `SELECT i.id, i.file_name AS fileName, i.state, i.started_at AS startedAt, i.account_id AS byId,
       ${nameOf('a')} AS byName, i.created, i.updated, i.unchanged, i.skipped, i.refused,
       i.refused_for AS refusedFor
     FROM product_import i JOIN account a ON a.id = i.account_id ORDER BY i.id DESC LIMIT ${KEPT}`,
  );
  const refused = connection.prepare<
    [number, number, number],
    { line: number; cells: string; problems: string }
  >('SELECT line, cells, problems FROM import_refusal WHERE import_id = ? ORDER BY line LIMIT ? OFFSET ?');
  return {
    list: (): ProductImport[] =>
      list.all().map(({ byId, byName, refusedFor, ...row }) => ({
        ...row,
        by: { id: byId, name: byName },
        refusedFor: JSON.parse(refusedFor) as ProductImport['refusedFor'],
      })),
    one: connection.prepare<
      [number],
      { fileName: string; headings: string; accountId: number; refused: number }
    >(
      'SELECT file_name AS fileName, headings, account_id AS accountId, refused FROM product_import WHERE id = ?',
    ),
    refusedRows: (importId: number, limit: number, offset: number): RefusedRow[] =>
      refused.all(importId, limit, offset).map(({ line, cells, problems }) => ({
        line,
        cells: JSON.parse(cells) as string[],
        problems: JSON.parse(problems) as ImportProblem[],
      })),
    choicesFor: connection
      .prepare<[string], string>('SELECT choices FROM import_mapping WHERE headings = ?')
      .pluck(),
    location: connection.prepare<[number], { name: string; closedAt: number | null }>(
      'SELECT name, closed_at AS closedAt FROM location WHERE id = ?',
    ),
    sellingLocation: connection
      .prepare<[], number>(
        `SELECT l.id FROM location l WHERE l.closed_at IS NULL ORDER BY ${IS_SELLING_LOCATION} DESC, l.id`,
      )
      .pluck(),
    categoryExists: connection
      .prepare<[number], 1>('SELECT 1 FROM category WHERE id = ? AND deleted_at IS NULL')
      .pluck(),
    hasStock: connection
      .prepare<[number, number], 1>('SELECT 1 FROM stock_entry WHERE product_id = ? AND location_id = ?')
      .pluck(),
  };
}

/** The statements that write an import's own data, and its lookups of other data. */
export function importWrites(tx: Tx) {
  const addRefusal = tx.prepare<[number, number, string, string]>(
    'INSERT INTO import_refusal (import_id, line, cells, problems) VALUES (?, ?, ?, ?)',
  );
  const end = tx.prepare<[ImportCounts & { importId: number; state: string; refusedFor: string }]>(
    `UPDATE product_import SET state = @state, created = @created, updated = @updated, unchanged = @unchanged,
       skipped = @skipped, refused = @refused, refused_for = @refusedFor WHERE id = @importId`,
  );
  return {
    running: tx.prepare<[], { id: number; fileName: string }>(
      `SELECT id, file_name AS fileName FROM product_import WHERE state = 'running'`,
    ),
    start: tx.prepare<[{ fileName: string; headings: string; now: number; accountId: number }]>(
      `INSERT INTO product_import (file_name, headings, state, started_at, account_id)
       VALUES (@fileName, @headings, 'running', @now, @accountId)`,
    ),
    remember: tx.prepare<[{ headings: string; choices: string; now: number }]>(
      `INSERT INTO import_mapping (headings, choices, used_at) VALUES (@headings, @choices, @now)
       ON CONFLICT (headings) DO UPDATE SET choices = excluded.choices, used_at = excluded.used_at`,
    ),
    addRefusal: (importId: number, { line, cells, problems }: RefusedRow): void => {
      addRefusal.run(importId, line, JSON.stringify(cells), JSON.stringify(problems));
    },
    end: (
      importId: number,
      state: ProductImport['state'],
      counts: ImportCounts,
      refusedFor: readonly { reason: ImportReason; rows: number }[],
    ): void => {
      end.run({ ...counts, importId, state, refusedFor: JSON.stringify(refusedFor) });
    },
    forgetRefusals: tx.prepare<[number]>('DELETE FROM import_refusal WHERE import_id = ?'),
    forgetOldRefusals: tx.prepare(
      `DELETE FROM import_refusal WHERE import_id <=
         (SELECT id FROM product_import ORDER BY id DESC LIMIT 1 OFFSET ${KEPT})`,
    ),
  };
}

export type ImportReads = ReturnType<typeof importReads>;
export type ImportWrites = ReturnType<typeof importWrites>;
