import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { CHOICE_FIELDS } from '#renderer/features/audit/trail/choice-fields';
import { productStatus } from '#shared/contract/catalogue';
import { documentState } from '#shared/contract/documents';
import type { CallName } from '#shared/contract/index';
import { orderState } from '#shared/contract/sales-documents';
import { scaleLayout, settingFields } from '#shared/contract/settings';
import { stocktakeState } from '#shared/contract/stocktakes';
import { taskKind, taskState } from '#shared/contract/tasks';
import { callRules } from '#shared/permissions';
import texts from '#shared/texts/en/audit.json' with { type: 'json' };

const named: Record<string, Record<string, string> | string> = texts.actions;

test('the audit log has a plain name for every changing call', () => {
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

/** The fields of a schema that are a choice between fixed values, with those values. */
const choicesOf = (fields: Record<string, z.ZodType>): [string, string[]][] =>
  Object.entries(fields).flatMap(([name, field]) =>
    field instanceof z.ZodEnum ? [[name, field.options.map(String)]] : [],
  );

const settingChoices = choicesOf({ ...settingFields, ...scaleLayout.shape });

test('the settings have choices between fixed values', () => {
  expect(settingChoices.map(([name]) => name)).toEqual(
    expect.arrayContaining(['taxRounding', 'expiredStock', 'smtpSecurity', 'value']),
  );
});

describe.for(settingChoices)('the setting %s', ([name, choices]) => {
  test('is written in words', () => {
    expect([...CHOICE_FIELDS]).toContain(name);
  });

  test.for(choices)('%s has a word in the audit log', (choice) => {
    expect(texts.words).toHaveProperty([choice]);
  });
});

// The words that integration tests write to the log are checked when they close their shop.
describe.for([
  ['status of a product', productStatus.options],
  ['state of a document', documentState.options],
  ['state of an order', orderState.options],
  ['state of a stocktake', stocktakeState.options],
  ['state of a task', taskState.options],
  ['kind of a task', taskKind.options],
] as const)('every %s', ([, choices]) => {
  test.for([...choices])('%s has a word in the audit log', (choice) => {
    expect(texts.words).toHaveProperty([choice]);
  });
});
