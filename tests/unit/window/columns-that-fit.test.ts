import { expect, test } from 'vitest';
import { columnsThatFit } from '#renderer/ui/columns-that-fit';

const columns: { id: string; spare?: number }[] = [
  { id: 'name' },
  { id: 'when', spare: 2 },
  { id: 'kind', spare: 1 },
];
const tracks = ['minmax(12rem, 2fr)', '8rem', '7.5rem'];

test.for([
  [0, 'name when kind'],
  [40, 'name when kind'],
  [27.5, 'name when kind'],
  [27, 'name kind'],
  [19, 'name'],
  [5, 'name'],
] as const)('a list %s rem wide shows %s', ([roomRem, shown]) => {
  const fit = columnsThatFit(columns, tracks, roomRem);
  expect(fit.columns.map(({ id }) => id).join(' ')).toBe(shown);
  expect(fit.tracks).toHaveLength(fit.columns.length);
});
