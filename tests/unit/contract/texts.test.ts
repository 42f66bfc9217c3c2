import { expect, test } from 'vitest';
import type { z } from 'zod';
import { contract } from '#shared/contract/index';

/** Strings stored exactly as sent: secrets, and values written by a program, not a person. */
const TAKEN_AS_IT_IS = new Set([
  'password',
  'currentPassword',
  'newPassword',
  'admin.password',
  'approval.password',
  'value',
]);

const UNWANTED = [
  '\u0000',
  '\u0007',
  '\u001b',
  '\u0085',
  '\u202e',
  '\u2066',
  '\u200b',
  '\u200d',
  '\u200f',
  '\ufeff',
  '\u00ad',
  '\ud800',
];

interface Leaf {
  call: string;
  field: string;
  schema: z.ZodType;
}

/** Every string in the input of every call, by its path. */
function stringsIn(call: string, schema: z.core.$ZodType, path: string[] = []): Leaf[] {
  const { def } = schema._zod as z.core.$ZodTypeInternals & {
    def: Record<string, unknown> & { type: string };
  };
  const inside = (one: unknown, ...further: string[]) =>
    stringsIn(call, one as z.core.$ZodType, [...path, ...further]);
  switch (def.type) {
    case 'string':
      return [{ call, field: path.join('.'), schema: schema as z.ZodType }];
    case 'object':
      return Object.entries(def.shape as object).flatMap(([name, one]) => inside(one, name));
    case 'array':
      return inside(def.element);
    case 'record':
      return inside(def.valueType);
    case 'union':
      return (def.options as unknown[]).flatMap((one) => inside(one));
    case 'pipe':
      return [...inside(def.in), ...inside(def.out)];
    default:
      return 'innerType' in def ? inside(def.innerType) : [];
  }
}

const strings = Object.entries(contract).flatMap(([feature, calls]) =>
  Object.entries(calls).flatMap(([name, call]) => {
    const { inputSchema } = (call as { '~orpc': { inputSchema?: z.core.$ZodType } })['~orpc'];
    return inputSchema ? stringsIn(`${feature}.${name}`, inputSchema) : [];
  }),
);

test('entered texts keep no invisible characters and no half characters', () => {
  expect(strings.length).toBeGreaterThan(150);
  const kept = strings
    .filter(({ field }) => !TAKEN_AS_IT_IS.has(field))
    .flatMap(({ call, field, schema }) =>
      UNWANTED.flatMap((sign) => {
        const read = schema.safeParse(`abcdefghijk${sign}lmnopq`);
        return read.success && String(read.data).includes(sign) ? [`${call} ${field} U+${hex(sign)}`] : [];
      }),
    );
  expect(kept).toEqual([]);
});

test('a text of invisible characters only is empty', () => {
  const filled = strings.filter(
    ({ field, schema }) =>
      !TAKEN_AS_IT_IS.has(field) && (schema.safeParse(' \u200b\u202e\u0000 ').data ?? '') !== '',
  );
  expect(filled.map(({ call, field }) => `${call} ${field}`)).toEqual([]);
});

test('line breaks are kept only where a text can have several lines', () => {
  const withLines = strings.flatMap(({ field, schema }) =>
    !TAKEN_AS_IT_IS.has(field) && String(schema.safeParse('First\r\nSecond').data).includes('\n')
      ? [field]
      : [],
  );
  expect([...new Set(withLines)].sort()).toEqual([
    'address',
    'billingAddress',
    'description',
    'note',
    'reason',
    'receiptFooter',
    'receiptHeader',
    'remark',
    'shippingAddress',
    'text',
  ]);
});

const hex = (sign: string) => (sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0');
