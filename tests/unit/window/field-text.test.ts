import { expect, test } from 'vitest';
import { differencesOf } from '#renderer/features/audit/trail/differences';
import { fieldText, labelText, type Writer } from '#renderer/features/audit/trail/field-text';
import { formatsOf } from '#shared/kernel/formats';

const format = formatsOf({ currency: 'EUR', locale: 'en-IE', timeZone: 'Europe/Dublin' });
const writer: Writer = { format, t: ((key: string) => key) as Writer['t'], nameOf: () => undefined };

test.for<[field: string, value: unknown, words: string]>([
  ['taxRateMilliPercent', 8125, '8.125%'],
  ['discountMilliPercent', 10_000, '10%'],
  ['taxRatesMilliPercent', [23_000, 13_500, 0], '23%; 13.5%; 0%'],
  ['discount', { kind: 'percent', milliPercent: 33_333 }, '33.333%'],
  ['discount', { kind: 'amount', minor: 33_333 }, '€333.33'],
  ['thresholdMilli', 1500, '1.5'],
  ['priceMinor', 1500, '€15.00'],
  ['cashStepMinor', 5, '€0.05'],
  ['cashStepMinor', 0, 'settings:money.noCashStep'],
  ['locale', 'en-US', 'American English'],
  ['currency', 'GBP', 'GBP British Pound'],
  ['timeZone', 'America/New_York', 'America/New York'],
  ['name', 'en-US', 'en-US'],
  ['newPin', true, 'audit:isSet'],
])('the audit log writes %s %j as %s', ([field, value, words]) => {
  expect(fieldText(writer, field, value)).toBe(words);
});

test('a product is shown by name instead of id, and a new PIN has no value before', () => {
  const entry = {
    before: { productId: 4, name: 'Tea', quantityMilli: 1000 },
    after: { productId: 4, name: 'Tea', quantityMilli: 2000, newPin: true },
  };
  expect(differencesOf(writer, entry)).toMatchObject([
    { field: 'name' },
    { field: 'quantityMilli', before: '1', after: '2' },
    { field: 'newPin', before: null, after: 'audit:isSet' },
  ]);
});

test.for([
  ['task', 'restock: Apple juice', 'tasks:kinds.restock: Apple juice'],
  ['task', 'check expiry', 'tasks:kinds.check expiry'],
  ['task', 'Descale the coffee machine', 'Descale the coffee machine'],
  ['product', 'restock: Apple juice', 'restock: Apple juice'],
] as const)('the audit log names the %s "%s" as %s', ([entity, label, words]) => {
  expect(labelText(writer, { entity, label, erased: false })).toBe(words);
});

test('the audit log names the role or the person that a task is assigned to', () => {
  expect(fieldText(writer, 'assignee', 'storekeeper')).toBe('common:roles.storekeeper');
  expect(fieldText(writer, 'assignee', 'Sofia Reyes')).toBe('Sofia Reyes');
});

test('the audit log says that the name of a record was erased', () => {
  expect(labelText(writer, { entity: 'account', label: '', erased: true })).toBe('audit:erased');
});
