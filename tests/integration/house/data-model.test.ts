import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestShop, type TestShop } from '../../support/test-store';

const PAGE = path.resolve(import.meta.dirname, '../../../docs/data-model.md');
const page = readFileSync(PAGE, 'utf8');
const areas = page.slice(page.indexOf('## Store, settings and tills'), page.indexOf('## Head office'));

/**
 * The first cells of the tables in the page: "`goods_issue` ✓ ⇄, `goods_issue_line` ✓" is two tables with their marks.
 */
const described = areas
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([a-z_*]+)`([^`]*)/g)])
  .map(([, name = '', marks = '']) => ({
    name,
    exists: marks.includes('✓'),
    isAppendOnly: marks.includes('▤'),
  }));

/** The migration table belongs to TypeORM. */
const ELSEWHERE = ['migration'];

describe('the page of the data model', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop();
  });
  afterEach(() => shop.close());

  const existing = (): string[] =>
    shop.store.database.reader
      .prepare<[], string>(
        `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'product\\_search\\_%' ESCAPE '\\'`,
      )
      .pluck()
      .all();

  test('marks exactly the existing tables', () => {
    const marked = described.filter(({ exists }) => exists).map(({ name }) => name);
    const staged = existing().filter((name) => name.startsWith('staged_'));
    const expected = existing().filter((name) => ![...ELSEWHERE, ...staged].includes(name));
    expect([...marked].sort()).toEqual([...expected, ...(staged.length > 0 ? ['staged_*'] : [])].sort());
  });

  test('marks as append-only the tables that triggers guard', () => {
    const triggersOf = shop.store.database.reader
      .prepare<[string], string>(`SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?`)
      .pluck();
    const guarded = (table: string): boolean =>
      triggersOf.all(table).some((sql) => sql.includes('BEFORE DELETE'));
    const marked = described.filter(({ exists, isAppendOnly }) => exists && isAppendOnly);
    expect(marked.filter(({ name }) => !guarded(name))).toEqual([]);
  });

  test('describes each table once', () => {
    const names = described.map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  test('names only tables that it describes', () => {
    const rows = page.slice(page.indexOf('## Rows of the product'));
    const named = [...rows.matchAll(/`([a-z_*]+)`/g)].map(([, name = '']) => name);
    const known = [...described.map(({ name }) => name), ...ELSEWHERE];
    expect(named.filter((name) => !known.includes(name))).toEqual([]);
  });
});
