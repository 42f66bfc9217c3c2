import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { NumbersFile } from '#main/platform/database/numbers-file';
import { temporaryFolder } from '../../support/temporary-folder';

let folder: string;
const file = () => path.join(folder, 'numbers.json');
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const STORE = '01900000-0000-7000-8000-000000000001';
const OTHER_STORE = '01900000-0000-7000-8000-000000000002';

const raise = (number: number, store = STORE): void => {
  const numbers = NumbersFile.open(folder, store);
  numbers.raise([['order T1', number]]);
  numbers.close();
};
const highest = (store = STORE) => {
  const numbers = NumbersFile.open(folder, store);
  const { ignored } = numbers;
  const number = numbers.highest.get('order T1');
  numbers.close();
  return { ignored, number };
};

test('the highest number of a series is kept when a lower one follows', () => {
  raise(7);
  raise(3);
  expect(highest()).toEqual({ ignored: null, number: 7 });
});

test('the numbers of another store are ignored and replaced by those of the open store', () => {
  raise(900, OTHER_STORE);
  expect(highest()).toEqual({ ignored: 'of another store', number: undefined });
  raise(8);
  expect(highest()).toEqual({ ignored: null, number: 8 });
  expect(highest(OTHER_STORE)).toEqual({ ignored: 'of another store', number: undefined });
});

test.for([
  ['longer than what is written over it', 'x'.repeat(700)],
  ['not by series', '[3,4'],
  ['negative', `{"store":"${STORE}","highest":{"order T1":-1}}`],
  ['beyond what any shop gives', `{"store":"${STORE}","highest":{"order T1":9007199254740991}}`],
  ['of no store', '{"highest":{"order T1":7}}'],
] as const)('a file that is %s is ignored once, and readable again after the next number', ([, content]) => {
  writeFileSync(file(), content);
  expect(highest()).toEqual({ ignored: 'unreadable', number: undefined });
  writeFileSync(file(), content);
  raise(8);
  expect(highest()).toEqual({ ignored: null, number: 8 });
  expect(JSON.parse(readFileSync(file(), 'utf8'))).toEqual({ store: STORE, highest: { 'order T1': 8 } });
  expect(statSync(file()).size).toBe(512);
});
