import { describe, expect, it } from 'vitest';
import {
  batchOf,
  costOf,
  firstDraft,
  isComplete,
  isPossible,
  locationsWithoutStock,
  missingOf,
  proposalOf,
  sourcesOf,
  stockedLocation,
} from '#renderer/features/stock/actions/stock-action';
import type { OutstandingLine } from '#shared/contract/issues';
import type { Location, StockEntry } from '#shared/contract/stock';

const place = (id: number, more: Partial<Location> = {}): Location => ({
  id,
  name: `Place ${id}`,
  kind: 'storeroom',
  barcode: null,
  isSellingLocation: false,
  closedAt: null,
  products: 0,
  deletable: false,
  version: 1,
  ...more,
});
const entry = (
  id: number,
  locationId: number,
  onHandMilli: number,
  batch: string | null = null,
): StockEntry => ({
  id,
  productId: 1,
  productName: 'Milk',
  sku: 'MILK',
  unit: 'piece',
  locationId,
  locationName: `Place ${locationId}`,
  batchId: batch === null ? null : id,
  batchNumber: batch,
  expiresOn: null,
  onHandMilli,
  reservedMilli: 0,
  availableMilli: onHandMilli,
  lastReceivedAt: null,
  valueMinor: null,
});

describe('a stock action', () => {
  it('proposes the fullest entry, and receives at the location of the last receipt', () => {
    const entries = [entry(1, 1, 2000), entry(2, 2, 9000)];
    const places = [place(1), place(2), place(3)];
    expect(firstDraft({ entries, places }, { lastLocationId: 3 })).toMatchObject({
      entryId: 2,
      locationId: 3,
    });
  });

  it('proposes the current location first, and no stock of other locations', () => {
    const places = [place(1), place(2), place(3)];
    const entries = [entry(1, 1, 2000), entry(2, 2, 9000)];
    const meant = { hereId: 1, lastLocationId: 3 };
    expect(firstDraft({ entries, places }, meant)).toMatchObject({ entryId: 1, locationId: 1 });
    expect(firstDraft({ entries, places }, { hereId: 3 })).toMatchObject({ entryId: null, locationId: 3 });
  });

  it('uses the batch of a scan', () => {
    const entries = [entry(1, 1, 9000), entry(2, 1, 2000, 'L7')];
    const batch = { number: 'L7', expiresOn: '2027-01-01' };
    expect(firstDraft({ entries, places: [place(1)] }, { batch })).toMatchObject({
      entryId: 2,
      batchId: 2,
      batchNumber: 'L7',
      expiresOn: '2027-01-01',
    });
  });

  it('never proposes a closed location', () => {
    const places = [place(1, { closedAt: 5 }), place(2)];
    expect(firstDraft({ entries: [], places }, { hereId: 1, lastLocationId: 1 }).locationId).toBe(2);
  });

  it('creates an entry only at an open location that has none', () => {
    const places = locationsWithoutStock({
      entries: [entry(1, 1, 0)],
      places: [place(1), place(2), place(3, { closedAt: 5 })],
    });
    expect(places.map(({ id }) => id)).toEqual([2]);
  });

  it("creates an entry at the current location, or else at the till's, and proposes no other one", () => {
    const places = [place(1), place(2, { isSellingLocation: true }), place(3)];
    const choices = { entries: [entry(1, 2, 0)], places, outstanding: [] };
    expect(proposalOf('opening', choices, { hereId: 3, lastLocationId: 1 }).locationId).toBe(3);
    expect(stockedLocation(choices, { hereId: 3 })).toBeUndefined();
    expect(proposalOf('opening', choices, { lastLocationId: 1 }).locationId).toBeNull();
    expect(stockedLocation(choices, {})?.id).toBe(2);
    const fresh = { ...choices, entries: [] };
    expect(proposalOf('opening', fresh, { lastLocationId: 1 }).locationId).toBe(2);
  });

  it('adjusts down to zero, but writes off and receives only more than zero, and needs a reason', () => {
    const first = firstDraft({ entries: [entry(1, 1, 2000)], places: [place(1)] }, {});
    const draft = { ...first, reason: 'Expired' };
    expect(isComplete('adjust', draft, 0)).toBe(true);
    expect(isComplete('waste', draft, 0)).toBe(false);
    expect(isComplete('receive', draft, 0)).toBe(false);
    expect(isComplete('opening', draft, 0)).toBe(false);
    expect(isComplete('adjust', { ...draft, reason: ' ' }, 1000)).toBe(false);
    expect(missingOf('waste', first, 0)).toEqual(['quantity', 'reason']);
    expect(missingOf('issue', draft, 1000)).toEqual(['holder']);
  });

  it('lists the missing values in the order of the form', () => {
    const draft = firstDraft({ entries: [entry(1, 1, 2000)], places: [place(1)] }, {});
    expect(missingOf('adjust', draft, null)).toEqual(['quantity', 'reason']);
    expect(missingOf('issue', draft, 1000)).toEqual(['holder']);
    expect(missingOf('receive', draft, 1000)).toEqual([]);
  });

  it('waits for a readable cost, but does not need one', () => {
    const draft = firstDraft({ entries: [], places: [place(1)] }, {});
    expect(costOf(draft)).toBeUndefined();
    expect(isComplete('receive', draft, 1000)).toBe(true);
    expect(isComplete('receive', { ...draft, cost: 'unreadable' }, 1000)).toBe(false);
    expect(isComplete('opening', { ...draft, cost: 'unreadable' }, 1000)).toBe(false);
    expect(costOf({ ...draft, cost: { totalMinor: 0 } })).toEqual({ totalMinor: 0 });
  });

  it('has no batch without a number, whatever the expiry', () => {
    const draft = { ...firstDraft({ entries: [], places: [place(1)] }, {}), expiresOn: '2027-01-01' };
    expect(batchOf(draft)).toBeNull();
    expect(batchOf({ ...draft, batchNumber: 'L7' })).toEqual({ number: 'L7', expiresOn: '2027-01-01' });
  });
});

describe('a transfer of stock', () => {
  const places = [place(1, { isSellingLocation: true }), place(2), place(3)];

  it('goes from the current location to the selling location', () => {
    const entries = [entry(1, 1, 9000), entry(2, 2, 2000)];
    const draft = proposalOf(
      'transfer',
      { entries, places, outstanding: [] },
      { hereId: 2, lastLocationId: 3 },
    );
    expect(draft).toMatchObject({ locationId: 2, batchId: 'any', toLocationId: 1 });
  });

  it('has no source while the current location has no stock, and needs a destination', () => {
    const entries = [entry(1, 1, 9000)];
    const draft = proposalOf('transfer', { entries, places, outstanding: [] }, { hereId: 2 });
    expect(draft.locationId).toBeNull();
    expect(isComplete('transfer', draft, 1000)).toBe(false);
    const fromShop = proposalOf('transfer', { entries, places, outstanding: [] }, {});
    expect(fromShop).toMatchObject({ locationId: 1, toLocationId: null });
    expect(isComplete('transfer', fromShop, 1000)).toBe(false);
    expect(isComplete('transfer', { ...fromShop, toLocationId: 2 }, 1000)).toBe(true);
    expect(isComplete('transfer', { ...fromShop, toLocationId: 1 }, 1000)).toBe(false);
  });

  it('can take all stock of a location, or one of several batches there', () => {
    const entries = [entry(1, 1, 2000), entry(2, 1, 3000, 'L7'), entry(3, 2, 1000, 'L8'), entry(4, 3, 0)];
    expect(sourcesOf(entries)).toMatchObject([
      { locationId: 1, batchId: 'any', availableMilli: 5000 },
      { locationId: 1, batchId: null, availableMilli: 2000 },
      { locationId: 1, batchId: 2, batchNumber: 'L7' },
      { locationId: 2, batchId: 'any', batchNumber: 'L8', availableMilli: 1000 },
    ]);
  });
});

describe('issued goods', () => {
  const places = [place(1), place(2)];
  const out = (issueLineId: number, locationId: number): OutstandingLine => ({
    issueLineId,
    issueId: 1,
    number: 'IS-000001',
    issuedAt: 0,
    issuedBy: { id: 1, name: 'Ada' },
    holder: { accountId: null, name: 'Kitchen' },
    location: { id: locationId, name: `Place ${locationId}`, closed: false },
    productId: 1,
    productName: 'Milk',
    sku: 'MILK',
    unit: 'piece',
    batchId: null,
    batchNumber: null,
    expiresOn: null,
    issuedMilli: 3000,
    outMilli: 2000,
    outCostMinor: null,
  });

  it('need a holder', () => {
    const draft = proposalOf('issue', { entries: [entry(1, 1, 9000)], places, outstanding: [] }, {});
    expect(isComplete('issue', draft, 1000)).toBe(false);
    expect(isComplete('issue', { ...draft, holderName: 'Kitchen' }, 1000)).toBe(true);
  });

  it('are returned to the current location, or else to the one they were issued from', () => {
    const choices = { entries: [], places, outstanding: [out(7, 2), out(8, 1)] };
    expect(proposalOf('return', choices, {})).toMatchObject({ issueLineId: 7, locationId: 2 });
    expect(proposalOf('return', choices, { issueLineId: 8 })).toMatchObject({
      issueLineId: 8,
      locationId: 1,
    });
    expect(proposalOf('return', choices, { hereId: 1 })).toMatchObject({ issueLineId: 7, locationId: 1 });
  });

  it('can be returned only if some are out, and issued only from stock', () => {
    const none = { entries: [entry(1, 1, 0)], places, outstanding: [] };
    expect(isPossible('return', none)).toBe(false);
    expect(isPossible('return', { ...none, outstanding: [out(7, 2)] })).toBe(true);
    expect(isPossible('issue', none)).toBe(false);
    expect(isPossible('adjust', none)).toBe(true);
    expect(isPossible('receive', none)).toBe(true);
  });
});
