import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The number at the end of a migration's name; each migration's is one higher than the last. */
const NUMBER_AT_END = /\d{13}$/;
const FIRST_NUMBER = 1_780_000_000_000;

/**
 * Writes a new migration into a folder of migrations and adds it to the list in `all.ts`.
 * @param name what it does, in the form of file names: `add-customer-notes`
 * @param done the names of the existing migrations, oldest first
 * @param statements the SQL statements it runs
 * @returns the path of the new file
 * @throws RangeError for a name that does not have this form, or that is taken
 */
export function makeMigration(
  folder: string,
  name: string,
  done: readonly string[],
  statements: readonly string[] = [],
): string {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
    throw new RangeError(`"${name}" is no name for a migration. Say what it does, like add-customer-notes.`);
  }
  const taken = readdirSync(folder).find((file) => file.endsWith(`-${name}.ts`));
  if (taken) throw new RangeError(`There is ${taken} already. Choose another name.`);
  const className = name.replace(/(^|-)(.)/g, (_match, _dash, letter: string) => letter.toUpperCase());
  const last = Number(done.at(-1)?.match(NUMBER_AT_END)?.[0] ?? FIRST_NUMBER);
  const fileName = `${String(done.length + 1).padStart(4, '0')}-${name}`;
  const file = path.join(folder, `${fileName}.ts`);
  const list = path.join(folder, 'all.ts');
  writeFileSync(list, addedTo(readFileSync(list, 'utf8'), className, fileName));
  writeFileSync(file, sourceOf(className, last + 1, statements));
  return file;
}

function addedTo(list: string, className: string, fileName: string): string {
  const lastImport = list.lastIndexOf("';\n", list.indexOf('export const migrations')) + 3;
  const withImport = `${list.slice(0, lastImport)}import { ${className} } from './${fileName}';\n${list.slice(lastImport)}`;
  return withImport.replace(/(export const migrations = \[[^\]]*?),?\s*\]/, `$1, ${className}]`);
}

function sourceOf(className: string, number: number, statements: readonly string[]): string {
  const list = statements.map((statement) => `\n      \`${statement.replaceAll(/[`\\$]/g, '\\$&')}\`,`);
  const end = list.length > 0 ? '\n    ' : '';
  return `import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from './run-all';

/** What it changes, and what becomes of the rows that are there. */
export class ${className} implements MigrationInterface {
  name = '${className}${number}';

  async up(queryRunner: QueryRunner): Promise<void> {
    await runAll(queryRunner, [${list.join('')}${end}]);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of a store only go forward.');
  }
}
`;
}
