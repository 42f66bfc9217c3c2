import { expect, test } from 'vitest';
import { weighed } from '#main/features/transfers/transfer-weighing';

const shelf = (batchId: number | null, availableMilli: number, productId = 1) => ({
  productId,
  batchId,
  batchNumber: null,
  expiresOn: null,
  availableMilli,
});
const line = (id: number, quantityMilli: number, batchId?: number | null, productId = 1) => ({
  id,
  productId,
  anyBatch: batchId === undefined ? (1 as const) : (0 as const),
  batchId: batchId ?? null,
  quantityMilli,
});
const shortOf = (...given: Parameters<typeof weighed>) =>
  [...weighed(...given)].map(([id, { shortMilli }]) => [id, shortMilli]);

test('a line without a batch takes from all of them', () => {
  expect(shortOf([line(1, 5000)], [shelf(null, 1000), shelf(7, 2000), shelf(8, 2000)])).toEqual([[1, 0]]);
  expect(shortOf([line(1, 5001)], [shelf(null, 1000), shelf(7, 2000), shelf(8, 2000)])).toEqual([[1, 1]]);
});

test('a chosen batch is taken from that batch only, and stock without a batch can be chosen too', () => {
  const shelves = [shelf(null, 1000), shelf(7, 2000)];
  expect(shortOf([line(1, 3000, 7)], shelves)).toEqual([[1, 1000]]);
  expect(shortOf([line(1, 3000, null)], shelves)).toEqual([[1, 2000]]);
});

test('a line without a batch never takes from a batch chosen by another line, in any order', () => {
  const shelves = [shelf(7, 2000), shelf(8, 1000)];
  expect(new Map(shortOf([line(1, 2000), line(2, 2000, 7)], shelves) as [number, number][])).toEqual(
    new Map([
      [1, 1000],
      [2, 0],
    ]),
  );
});

test('lines of one product share its stock, and other products have their own', () => {
  const lines = [line(1, 2000), line(2, 2000), line(3, 2000, undefined, 2)];
  const weights = weighed(lines, [shelf(null, 3000), shelf(null, 2000, 2)]);
  expect([...weights.values()].map(({ shortMilli }) => shortMilli)).toEqual([0, 1000, 0]);
  expect([...weights.values()].map(({ thereMilli }) => thereMilli)).toEqual([3000, 3000, 2000]);
});

test('stock that never existed is short as a whole', () => {
  expect(weighed([line(1, 2000)], []).get(1)).toEqual({ thereMilli: 0, shortMilli: 2000 });
});
