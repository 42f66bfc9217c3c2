import { expect, test } from 'vitest';
import type { CallName } from '#shared/contract/index';
import { callRules } from '#shared/permissions';
import texts from '../../../src/renderer/texts/en/audit.json' with { type: 'json' };

const named: Record<string, Record<string, string> | string> = texts.actions;

test('the audit trail names every call that changes something in plain words', () => {
  const changing = (Object.keys(callRules) as CallName[]).filter(
    (name) => callRules[name].kind === 'changes',
  );
  const unnamed = changing.filter((name) => {
    const [feature = '', call = ''] = name.split('.');
    const group = named[feature];
    return typeof group !== 'object' || !group[call];
  });
  expect(unnamed).toEqual([]);
});
