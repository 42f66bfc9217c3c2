import type { QueryRunner } from 'typeorm';

/**
 * Runs the statements of a migration in order, each on one line, because SQLite keeps their text and TypeORM reads the
 * constraints from it.
 */
export async function runAll(queryRunner: QueryRunner, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await queryRunner.query(onOneLine(statement));
}

const onOneLine = (statement: string): string =>
  statement.replaceAll(/\s+/g, ' ').replaceAll('( ', '(').replaceAll(' )', ')');

/**
 * The tables that rows can only be added to. Opening a store checks their guards. Rows are never deleted, so ids are
 * never reused, and these tables need no AUTOINCREMENT, which would slow down each insert.
 */
export const APPEND_ONLY_TABLES = [
  'store',
  'stock_movement',
  'cost_adjustment',
  'log_segment',
  'log_entry',
  'order_event',
  'payment',
  'goods_issue_closing',
  'number_gap',
  'receipt_text',
] as const;

/**
 * The guards that make a table append-only in the database itself. The INSERT guard stops REPLACE, which would
 * otherwise delete a row without firing the DELETE trigger when `recursive_triggers` is off.
 */
export function appendOnly(table: (typeof APPEND_ONLY_TABLES)[number]): string[] {
  const refuse = `BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END`;
  return [
    `CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table} ${refuse}`,
    `CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table} ${refuse}`,
    `CREATE TRIGGER ${table}_no_replace BEFORE INSERT ON ${table}
     WHEN EXISTS (SELECT 1 FROM ${table} WHERE id = NEW.id) ${refuse}`,
  ];
}
