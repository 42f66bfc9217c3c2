import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeMigration } from '#main/platform/database/make-migration';
import { migrations } from '#main/platform/database/migrations/all';
import { temporaryFolder } from '../../support/temporary-folder';

const LIST = 'src/main/platform/database/migrations/all.ts';
const DONE = ['People1780000000001', 'Sales1780000000005'];

describe('creating a migration', () => {
  let folder: string;
  beforeEach(() => {
    folder = temporaryFolder();
    writeFileSync(path.join(folder, 'all.ts'), readFileSync(LIST));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('writes it with the next number and adds it to the end of the list', () => {
    const file = makeMigration(folder, 'add-customer-notes', DONE);
    expect(path.basename(file)).toBe('0003-add-customer-notes.ts');
    const source = readFileSync(file, 'utf8');
    expect(source).toContain('export class AddCustomerNotes implements MigrationInterface');
    expect(source).toContain(`name = 'AddCustomerNotes1780000000006';`);
    const list = readFileSync(path.join(folder, 'all.ts'), 'utf8');
    expect(list).toContain(`import { AddCustomerNotes } from './0003-add-customer-notes';`);
    expect(list).toContain(`${migrations.at(-1)?.name}, AddCustomerNotes]`);
  });

  test('writes the given statements unchanged', () => {
    const placeholder = ['$', '{x}'].join('');
    const statement = `ALTER TABLE "till" ADD "a\`b" text DEFAULT '${placeholder}\\n'`;
    const source = readFileSync(makeMigration(folder, 'add-notes', DONE, [statement]), 'utf8');
    const written = /\[\s*(`.*`),\s*\]/s.exec(source)?.[1] ?? '';
    expect(new Function(`return ${written}`)()).toBe(statement);
  });

  test.for(['', 'Add Notes', '../evil', '1st'])('refuses the name "%s"', (name) => {
    expect(() => makeMigration(folder, name, DONE)).toThrow('is no name for a migration');
  });

  test('refuses a name that is taken', () => {
    makeMigration(folder, 'add-notes', DONE);
    expect(() => makeMigration(folder, 'add-notes', DONE)).toThrow('There is 0003-add-notes.ts already.');
  });
});
