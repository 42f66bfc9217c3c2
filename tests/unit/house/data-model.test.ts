import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { APPEND_ONLY_TABLES } from '#main/platform/database/migrations/run-all';

interface DescribedTable {
  name: string;
  isAppendOnly: boolean;
  hasUuid: boolean;
  /** The columns named in its row that are not marked as planned. */
  columns: string[];
}

/** The columns of each table that the migrations create; the search index has no columns of its own. */
const existing = new Map<string, string[]>([['product_search', []]]);
for (const file of globSync('src/main/platform/database/migrations/*.ts')) {
  for (const [, name = '', body = ''] of readFileSync(file, 'utf8').matchAll(
    /CREATE TABLE "(\w+)" \(([\s\S]*?)\n {6}\)/g,
  )) {
    existing.set(
      name,
      [...body.matchAll(/^\s+"(\w+)" /gm)].map(([, column = '']) => column),
    );
  }
}

/** The tables marked as existing in a page about the data model. */
function tablesIn(page: string): DescribedTable[] {
  return [...page.matchAll(/^\| (`\w[^|]*) \|(.*)\|$/gm)].flatMap(([, names = '', notes = '']) => {
    const now = notes.replaceAll(/\blater\b(\([^)]*\)|[^;()])*/g, '');
    const columns = [...now.matchAll(/`([a-z_]+)`/g)].map(([, column = '']) => column);
    return [...names.matchAll(/`([\w*]+)` ✓([ ▤⇄]*)/g)].flatMap(([, name = '', marks = '']) =>
      named(name).map((table) => ({
        name: table,
        isAppendOnly: marks.includes('▤'),
        hasUuid: marks.includes('⇄'),
        columns: columns.filter((column) => !existing.has(column)),
      })),
    );
  });
}

/** The tables that a name means: `staged_*` means all that start with `staged_`. */
function named(name: string): string[] {
  if (!name.endsWith('*')) return [name];
  return [...existing.keys()].filter((table) => table.startsWith(name.slice(0, -1)));
}

/** The page says in its introduction that these are sent with their documents, and have no `uuid` yet. */
const WITHOUT_UUID = ['stock_movement', 'payment'];

const unknownIn = (tables: DescribedTable[]): string[] =>
  tables.flatMap(({ name, columns }) =>
    columns.filter((column) => !existing.get(name)?.includes(column)).map((column) => `${name}.${column}`),
  );

describe('the page about the data model', () => {
  const described = tablesIn(readFileSync('docs/data-model.md', 'utf8'));
  const namesOf = (has: (table: DescribedTable) => boolean) =>
    new Set(described.filter(has).map(({ name }) => name));

  test('marks the tables that exist, and no others', () => {
    expect(namesOf(() => true)).toEqual(new Set(existing.keys()));
  });

  test('names only columns that exist, unless it says later', () => {
    expect(unknownIn(described)).toEqual([]);
    const page =
      '| `till` ✓ | a till | `code`, `colour`; later `shape`; `size` (later `weight` (kg), `age`) |';
    expect(unknownIn(tablesIn(page))).toEqual(['till.colour', 'till.size']);
  });

  test('marks the tables with a uuid, and those that rows are only added to', () => {
    const withUuid = [...existing].filter(([, columns]) => columns.includes('uuid')).map(([name]) => name);
    expect(namesOf(({ hasUuid }) => hasUuid)).toEqual(new Set([...withUuid, ...WITHOUT_UUID]));
    expect(namesOf(({ isAppendOnly }) => isAppendOnly)).toEqual(new Set(APPEND_ONLY_TABLES));
  });
});
