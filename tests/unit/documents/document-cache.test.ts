import { describe, expect, test } from 'vitest';
import { lineAfter, withChange } from '#renderer/parts/documents/document-cache';
import type { DocumentLine } from '#shared/contract/documents';
import type { Transfer } from '#shared/contract/transfers';

const line = (id: number, productId: number, quantityMilli = 1000): DocumentLine => ({
  id,
  productId,
  productName: `Product ${productId}`,
  sku: `SKU-${productId}`,
  barcode: null,
  unit: 'piece',
  anyBatch: true,
  batchId: null,
  batchNumber: null,
  expiresOn: null,
  quantityMilli,
  availableMilli: 5000,
  shortMilli: 0,
  shelves: [],
  version: 1,
});
const head = (version: number) => ({
  id: 7,
  state: 'draft' as const,
  number: null,
  from: { id: 1, name: 'Shop' },
  to: { id: 2, name: 'Storeroom' },
  note: '',
  lineCount: 2,
  createdAt: 1,
  createdBy: { id: 1, name: 'Ada' },
  postedAt: null,
  postedBy: null,
  version,
});
const shown: Transfer = { ...head(3), lines: [line(1, 10), line(2, 20)] };

describe('a scan response with the lines of one product', () => {
  test('keeps the other lines unchanged and in place', () => {
    const change = { head: head(4), productId: 10, lines: [line(1, 10, 2000)], lineId: 1 };
    const { version, lines } = withChange(shown, change);
    expect(version).toBe(4);
    expect(lines).toEqual([line(1, 10, 2000), line(2, 20)]);
    expect(lines[1]).toBe(shown.lines[1]);
  });

  test('adds a new line at the end, and removes a deleted one', () => {
    const added = { head: head(4), productId: 30, lines: [line(3, 30)], lineId: 3 };
    expect(withChange(shown, added).lines.map(({ id }) => id)).toEqual([1, 2, 3]);
    const removed = { head: head(4), productId: 10, lines: [], lineId: null };
    expect(withChange(shown, removed).lines.map(({ id }) => id)).toEqual([2]);
  });

  test('is ignored when it is older than what is shown, or of another document', () => {
    const older = { head: head(2), productId: 10, lines: [], lineId: null };
    expect(withChange(shown, older)).toBe(shown);
    const other = { ...older, head: { ...head(9), id: 8 } };
    expect(withChange(shown, other)).toBe(shown);
  });
});

test('after a line is removed the next one is selected, or else the one before', () => {
  expect(lineAfter(shown.lines, 1)).toBe(2);
  expect(lineAfter(shown.lines, 2)).toBe(1);
  expect(lineAfter([line(1, 10)], 1)).toBeNull();
});
