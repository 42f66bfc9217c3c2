import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** Patterns that the sources may contain in one place only, or nowhere: rules that imports alone cannot show. */
interface HouseRule {
  says: string;
  /** The forbidden pattern, not applied to comments. */
  sign: RegExp;
  /** The files that may contain it; none if omitted. */
  allowedIn?: RegExp;
  /** How many of those files may contain it; any number if omitted. */
  atMostFiles?: number;
  /** Lines that the rule must catch, and lines that it must accept. */
  catches: string[];
  passes: string[];
}

const STOCK_TABLES = '(stock_movement|stock_entry|stock_cost|cost_adjustment)';

const RULES: HouseRule[] = [
  {
    says: 'one file names ipcMain, the window has no other door',
    sign: /\bipcMain\b/,
    allowedIn: /^src\/main\/desktop\//,
    atMostFiles: 1,
    catches: ["ipcMain.on('port', open)"],
    passes: ['ipcRenderer.send()'],
  },
  {
    says: 'one file hands addresses to the operating system',
    sign: /\bopenExternal\b/,
    allowedIn: /^src\/main\/desktop\//,
    atMostFiles: 1,
    catches: ['shell.openExternal(url)', 'const { openExternal } = shell'],
    passes: ['external()'],
  },
  {
    says: 'the write queue alone opens transactions, but for one that only reads, of one moment',
    sign: /['"`]\s*(BEGIN|SAVEPOINT)\b|\bstartTransaction\b|\.transaction\s*\(/,
    allowedIn:
      /^src\/main\/platform\/(work\/write-queue\.ts|reading\/serve-readings\.ts|database\/(database\.ts|migrations\/))/,
    catches: [
      "database.exec('BEGIN IMMEDIATE')",
      'await runner.startTransaction()',
      'source.transaction (async',
    ],
    passes: ["t('Begin') and transactions()", 'beginning'],
  },
  {
    says: 'the ledger alone writes stock',
    sign: new RegExp(
      `\\b(INSERT(\\s+OR\\s+\\w+)?\\s+INTO|REPLACE\\s+INTO|UPDATE(\\s+OR\\s+\\w+)?|DELETE\\s+FROM)\\s+["\`]?${STOCK_TABLES}\\b`,
      'i',
    ),
    allowedIn: /^src\/main\/(platform\/database\/migrations\/|features\/stock\/stock-ledger)/,
    catches: [
      'INSERT INTO stock_movement (product_id)',
      'insert or replace into "stock_entry"',
      'UPDATE\n  stock_entry SET on_hand_milli',
      'DELETE FROM stock_cost',
    ],
    passes: ['SELECT * FROM stock_entry', 'CREATE TRIGGER BEFORE UPDATE ON stock_movement'],
  },
  {
    says: 'tables are made by migrations, never by synchronizing',
    sign: /\bsynchronize\s*(:\s*true|\()/,
    catches: ['synchronize: true', 'source.synchronize()'],
    passes: ['synchronize: false'],
  },
  {
    says: 'the window stays in its sandbox',
    sign: /nodeIntegration\w*:\s*true|contextIsolation:\s*false|sandbox:\s*false|webSecurity:\s*false/,
    catches: ['nodeIntegration: true', 'sandbox: false'],
    passes: ['nodeIntegration: false', 'sandbox: true', 'contextIsolation: true'],
  },
  {
    says: 'what is far away is imported by its alias',
    sign: /from '(\.\.\/){3,}(?!\.\.\/|package\.json|resources\/)/,
    catches: ["import { store } from '../../../main/store'"],
    passes: ["import { rows } from '../../rows'", "import { store } from '#main/store'"],
  },
  {
    says: 'types are not switched off',
    sign: /\bas any\b/,
    catches: ['value as any'],
    passes: ['as const', 'as unknown'],
  },
];

/** Comments that postpone work (a later step is an issue) or silence the compiler. */
const UNWANTED_COMMENT = /\b(TODO|FIXME|XXX|HACK)\b|@ts-(ignore|nocheck|expect-error)/;

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '$1');

const sources = globSync('src/**/*.{ts,tsx}').map((file) => ({
  file: file.replaceAll('\\', '/'),
  text: readFileSync(file, 'utf8'),
}));

describe.for(RULES)('$says', ({ sign, allowedIn, atMostFiles, catches, passes }) => {
  const found = sources.filter(({ text }) => sign.test(withoutComments(text))).map(({ file }) => file);

  test('is kept by the sources', () => {
    expect(found.filter((file) => !allowedIn?.test(file))).toEqual([]);
    expect(found.length).toBeLessThanOrEqual(atMostFiles ?? Number.POSITIVE_INFINITY);
  });

  test('would detect a breach', () => {
    expect(catches.filter((line) => !sign.test(withoutComments(line)))).toEqual([]);
    expect(passes.filter((line) => sign.test(withoutComments(line)))).toEqual([]);
  });
});

test('no comment postpones work or silences the compiler', () => {
  expect(UNWANTED_COMMENT.test('// @ts-ignore') && UNWANTED_COMMENT.test('// TODO: later')).toBe(true);
  expect(sources.filter(({ text }) => UNWANTED_COMMENT.test(text)).map(({ file }) => file)).toEqual([]);
});
