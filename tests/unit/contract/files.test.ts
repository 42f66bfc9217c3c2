import { expect, test } from 'vitest';
import type { z } from 'zod';
import { type CallName, contract } from '#shared/contract/index';
import { callRules } from '#shared/permissions';

const calls = Object.entries(contract).flatMap(([feature, ofFeature]) =>
  Object.entries(ofFeature).map(([name, call]) => ({
    name: `${feature}.${name}` as CallName,
    output: (call as { '~orpc': { outputSchema?: Partial<z.core.$ZodType> } })['~orpc'].outputSchema,
  })),
);

test('only calls that read return a file, because the answer of a change is stored as JSON', () => {
  const returningFiles = calls.filter(({ output }) => output?._zod?.def.type === 'file');
  expect(returningFiles.map(({ name }) => name)).toContain('overview.pdf');
  expect(returningFiles.filter(({ name }) => callRules[name].kind !== 'reads')).toEqual([]);
});
