import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** The calls in a file of the contract that follow no docstring. */
function undocumented(file: string, text: string): string[] {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    const [, name] = /^ {2}(\w+): (?:call|openCall|approvableCall)\b/.exec(line) ?? [];
    return name === undefined || lines[index - 1]?.endsWith('*/') ? [] : [`${file} ${name}`];
  });
}

test('each call of the contract has a docstring', () => {
  const files = globSync('src/shared/contract/*.ts');
  expect(files.flatMap((file) => undocumented(file, readFileSync(file, 'utf8')))).toEqual([]);
  const calls = '  /** The tills. */\n  list: call.output(tills),\n  rename: call\n    .input(till),';
  expect(undocumented('tills.ts', calls)).toEqual(['tills.ts rename']);
});
