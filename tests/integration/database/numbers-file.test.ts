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

const raise = (number: number): void => {
  const numbers = NumbersFile.open(folder);
  numbers.raise([['order T1', number]]);
  numbers.close();
};
const highest = (): { wasUnreadable: boolean; number: number | undefined } => {
  const numbers = NumbersFile.open(folder);
  const { wasUnreadable } = numbers;
  const number = numbers.highest.get('order T1');
  numbers.close();
  return { wasUnreadable, number };
};

test('the highest number of a series is kept, whatever is given later', () => {
  raise(7);
  raise(3);
  expect(highest()).toEqual({ wasUnreadable: false, number: 7 });
});

test.for([
  ['longer than what is written over it', 'x'.repeat(700)],
  ['not by series', '[3,4'],
  ['negative', '{"order T1":-1}'],
  ['beyond what any shop gives', '{"order T1":9007199254740991}'],
] as const)('a file that is %s is ignored once, and readable again after the next number', ([, content]) => {
  writeFileSync(file(), content);
  expect(highest()).toEqual({ wasUnreadable: true, number: undefined });
  writeFileSync(file(), content);
  raise(8);
  expect(highest()).toEqual({ wasUnreadable: false, number: 8 });
  expect(JSON.parse(readFileSync(file(), 'utf8'))).toEqual({ 'order T1': 8 });
  expect(statSync(file()).size).toBe(512);
});
