import { describe, expect, it } from 'vitest';
import {
  batchOf,
  firstDraft,
  isComplete,
  placesToBegin,
} from '../../../src/renderer/features/stock/actions/stock-action';
import type { Location, StockEntry } from '../../../src/shared/contract/stock';

const place = (id: number, closedAt: number | null = null): Location => ({
  id,
  name: `Place ${id}`,
  kind: 'storeroom',
  barcode: null,
  isSellingPlace: false,
  closedAt,
  products: 0,
  deletable: false,
  version: 1,
});
const entry = (id: number, locationId: number, onHandMilli: number): StockEntry => ({
  id,
  productId: 1,
  productName: 'Milk',
  sku: 'MILK',
  unit: 'piece',
  locationId,
  locationName: `Place ${locationId}`,
  batchId: null,
  batchNumber: null,
  expiresOn: null,
  onHandMilli,
  reservedMilli: 0,
  availableMilli: onHandMilli,
  lastReceivedAt: null,
  valueMinor: null,
});

describe('an action on stock', () => {
  it('means the fullest entry, and receives where goods came in last', () => {
    const draft = firstDraft([entry(1, 1, 2000), entry(2, 2, 9000)], [place(1), place(2), place(3)], {
      locationId: 3,
    });
    expect(draft).toMatchObject({ entryId: 2, locationId: 3 });
  });

  it('never proposes a closed place', () => {
    expect(firstDraft([], [place(1, 5), place(2)], { locationId: 1 }).locationId).toBe(2);
  });

  it('begins stock only where none is and the place is open', () => {
    const places = placesToBegin([entry(1, 1, 0)], [place(1), place(2), place(3, 5)]);
    expect(places.map(({ id }) => id)).toEqual([2]);
  });

  it('adjusts to zero, but throws away and receives more than that, and asks for a reason', () => {
    const draft = { ...firstDraft([entry(1, 1, 2000)], [place(1)], {}), reason: 'Expired' };
    expect(isComplete('adjust', draft, 0)).toBe(true);
    expect(isComplete('waste', draft, 0)).toBe(false);
    expect(isComplete('receive', draft, 0)).toBe(false);
    expect(isComplete('adjust', { ...draft, reason: ' ' }, 1000)).toBe(false);
  });

  it('has no batch without a number, whatever the day', () => {
    const draft = { ...firstDraft([], [place(1)], {}), expiresOn: '2027-01-01' };
    expect(batchOf(draft)).toBeNull();
    expect(batchOf({ ...draft, batchNumber: 'L7' })).toEqual({ number: 'L7', expiresOn: '2027-01-01' });
  });
});
