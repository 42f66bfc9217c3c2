import { expect, test } from 'vitest';
import { z } from 'zod';
import { plainIssue } from '#main/platform/rpc/plain-issue';

const input = z.object({
  quantityMilli: z.int().min(1).max(10_000_000_000),
  name: z.string().min(1).max(100),
  note: z.string().min(3),
  ids: z.array(z.int()).max(2000),
  kind: z.enum(['cash', 'card']),
  taxRateMilliPercent: z.int().max(100_000),
  taxRatesMilliPercent: z.array(z.int().max(8125)).max(2),
  discount: z.object({ milliPercent: z.int().max(100_000) }),
  priceMinor: z.int().min(0).max(1_000_000),
  factor: z.number().positive(),
  lines: z.array(z.int()).min(1),
  step: z.int().min(1, { error: 'must be above 0' }),
  code: z.string().refine((code) => code !== '0', { error: 'cannot be 0' }),
});
const sound = {
  quantityMilli: 1,
  name: 'Apple',
  note: 'abc',
  ids: [],
  kind: 'cash',
  code: '1',
  taxRateMilliPercent: 1,
  taxRatesMilliPercent: [],
  discount: { milliPercent: 1 },
  priceMinor: 1,
  factor: 1,
  lines: [1],
  step: 1,
};

test.for([
  [{ quantityMilli: 99_999_999_000 }, 'must be at most 10,000,000'],
  [{ quantityMilli: 0 }, 'must be at least 0.001'],
  [{ name: 'x'.repeat(101) }, 'can have at most 100 characters'],
  [{ name: '' }, 'must not be empty'],
  [{ note: 'a' }, 'must have at least 3 characters'],
  [{ ids: Array.from({ length: 2001 }, () => 1) }, 'can have at most 2,000 entries'],
  [{ kind: 'gold' }, 'is not valid'],
  [{ name: 7 }, 'is missing or not valid'],
  [{ code: '0' }, 'cannot be 0'],
  [{ taxRateMilliPercent: 100_001 }, 'must be at most 100%'],
  [{ taxRatesMilliPercent: [0, 8126] }, 'must be at most 8.125%'],
  [{ taxRatesMilliPercent: [0, 1, 2] }, 'can have at most 2 entries'],
  [{ discount: { milliPercent: 100_001 } }, 'must be at most 100%'],
  [{ priceMinor: 1_000_001 }, 'is too large'],
  [{ priceMinor: -1 }, 'is too small'],
  [{ factor: 0 }, 'must be more than 0'],
  [{ lines: [] }, 'must not be empty'],
  [{ step: 0 }, 'must be above 0'],
] as const)('%j: %s', ([fields, words]) => {
  const { error } = input.safeParse({ ...sound, ...fields });
  const [issue] = error?.issues ?? [];
  expect(issue && plainIssue(issue.path.join('.'), issue)).toBe(words);
});
