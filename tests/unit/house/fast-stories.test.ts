import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const TAGGED = /tag: '@fast'/g;

/** Specs of which each story takes over ten seconds. */
const LONG = [
  ...['first-sale', 'jobs', 'labels', 'log-check', 'log-sign', 'long-values'],
  ...['notices', 'stocktakes', 'storekeepers-day', 'tasks'],
];
/** The page sweeps, which `npm run test:fast` leaves out as a whole. */
const SWEEPS = 'pages';

test('one story of each spec is tagged for test:fast, unless each takes over ten seconds', () => {
  const counts = globSync('tests/e2e/*.spec.ts').map((file) => [
    path.basename(file, '.spec.ts'),
    readFileSync(file, 'utf8').match(TAGGED)?.length ?? 0,
  ]);
  const untagged = counts.filter(([, tags]) => tags === 0).map(([spec]) => spec);
  expect(untagged.sort()).toEqual([...LONG, SWEEPS].sort());
  expect(counts.filter(([, tags]) => Number(tags) > 1)).toEqual([]);
});
