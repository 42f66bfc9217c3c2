import { expect, test } from 'vitest';
import { checkedGoods } from '#main/features/documents/goods-check';

const shelf = (batchId: number | null, onHandMilli: number, productId = 1) => ({
  productId,
  batchId,
  batchNumber: null,
  expiresOn: null,
  onHandMilli,
  reservedMilli: 0,
});
const line = (id: number, quantityMilli: number, batchId?: number | null, productId = 1) => ({
  id,
  productId,
  anyBatch: batchId === undefined ? (1 as const) : (0 as const),
  batchId: batchId ?? null,
  quantityMilli,
});
const check = (
  ...[lines, shelves]: [Parameters<typeof checkedGoods>[0], Parameters<typeof checkedGoods>[1]]
) => checkedGoods(lines, shelves, null);
const shortOf = (...given: Parameters<typeof check>) =>
  [...check(...given)].map(([id, { shortMilli }]) => [id, shortMilli]);

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
  const checked = check(lines, [shelf(null, 3000), shelf(null, 2000, 2)]);
  expect([...checked.values()].map(({ shortMilli }) => shortMilli)).toEqual([0, 1000, 0]);
  expect([...checked.values()].map(({ availableMilli }) => availableMilli)).toEqual([3000, 3000, 2000]);
});

test('stock that never existed is short as a whole', () => {
  expect(check([line(1, 2000)], []).get(1)).toEqual({
    availableMilli: 0,
    shortMilli: 2000,
    keptBack: false,
  });
});

test('stock that expired is not available where it must stay, and the line says so', () => {
  const expired = { ...shelf(7, 2000), expiresOn: '2026-05-03' };
  const [open, chosen] = [line(1, 3000), line(2, 1000, 7)];
  const checked = checkedGoods([open], [expired, shelf(null, 1000)], '2026-05-04');
  expect(checked.get(1)).toEqual({ availableMilli: 1000, shortMilli: 2000, keptBack: true });
  expect(checkedGoods([chosen], [expired], '2026-05-04').get(2)).toMatchObject({ keptBack: true });
  expect(checkedGoods([chosen], [expired], null).get(2)).toMatchObject({ shortMilli: 0, keptBack: false });
});
