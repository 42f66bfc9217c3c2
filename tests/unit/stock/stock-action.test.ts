import { describe, expect, it } from 'vitest';
import {
  batchOf,
  costOf,
  firstDraft,
  isComplete,
  isPossible,
  missingOf,
  placesToBegin,
  proposalOf,
  sourcesOf,
  stockedPlace,
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

describe('an action on stock', () => {
  it('means the fullest entry, and receives where goods came in last', () => {
    const entries = [entry(1, 1, 2000), entry(2, 2, 9000)];
    const places = [place(1), place(2), place(3)];
    expect(firstDraft({ entries, places }, { lastPlaceId: 3 })).toMatchObject({ entryId: 2, locationId: 3 });
  });

  it('means where one is before anything else, and nothing that lies elsewhere', () => {
    const places = [place(1), place(2), place(3)];
    const entries = [entry(1, 1, 2000), entry(2, 2, 9000)];
    const meant = { hereId: 1, lastPlaceId: 3 };
    expect(firstDraft({ entries, places }, meant)).toMatchObject({ entryId: 1, locationId: 1 });
    expect(firstDraft({ entries, places }, { hereId: 3 })).toMatchObject({ entryId: null, locationId: 3 });
  });

  it('takes the batch that a scan says', () => {
    const entries = [entry(1, 1, 9000), entry(2, 1, 2000, 'L7')];
    const batch = { number: 'L7', expiresOn: '2027-01-01' };
    expect(firstDraft({ entries, places: [place(1)] }, { batch })).toMatchObject({
      entryId: 2,
      batchId: 2,
      batchNumber: 'L7',
      expiresOn: '2027-01-01',
    });
  });

  it('never proposes a closed place', () => {
    const places = [place(1, { closedAt: 5 }), place(2)];
    expect(firstDraft({ entries: [], places }, { hereId: 1, lastPlaceId: 1 }).locationId).toBe(2);
  });

  it('begins stock only where none is and the place is open', () => {
    const places = placesToBegin({
      entries: [entry(1, 1, 0)],
      places: [place(1), place(2), place(3, { closedAt: 5 })],
    });
    expect(places.map(({ id }) => id)).toEqual([2]);
  });

  it('begins stock where one is, else where the till sells from, and chooses no other place where it has started', () => {
    const places = [place(1), place(2, { isSellingLocation: true }), place(3)];
    const choices = { entries: [entry(1, 2, 0)], places, outstanding: [] };
    expect(proposalOf('begin', choices, { hereId: 3, lastPlaceId: 1 }).locationId).toBe(3);
    expect(stockedPlace(choices, { hereId: 3 })).toBeUndefined();
    expect(proposalOf('begin', choices, { lastPlaceId: 1 }).locationId).toBeNull();
    expect(stockedPlace(choices, {})?.id).toBe(2);
    const fresh = { ...choices, entries: [] };
    expect(proposalOf('begin', fresh, { lastPlaceId: 1 }).locationId).toBe(2);
  });

  it('adjusts to zero, but throws away and receives more than that, and asks for a reason', () => {
    const first = firstDraft({ entries: [entry(1, 1, 2000)], places: [place(1)] }, {});
    const draft = { ...first, reason: 'Expired' };
    expect(isComplete('adjust', draft, 0)).toBe(true);
    expect(isComplete('waste', draft, 0)).toBe(false);
    expect(isComplete('receive', draft, 0)).toBe(false);
    expect(isComplete('adjust', { ...draft, reason: ' ' }, 1000)).toBe(false);
    expect(missingOf('waste', first, 0)).toEqual(['quantity', 'reason']);
    expect(missingOf('issue', draft, 1000)).toEqual(['holder']);
  });

  it('says what is still to be typed, in the order of the form', () => {
    const draft = firstDraft({ entries: [entry(1, 1, 2000)], places: [place(1)] }, {});
    expect(missingOf('adjust', draft, null)).toEqual(['quantity', 'reason']);
    expect(missingOf('issue', draft, 1000)).toEqual(['holder']);
    expect(missingOf('receive', draft, 1000)).toEqual([]);
  });

  it('waits for a cost that can be read, and needs none', () => {
    const draft = firstDraft({ entries: [], places: [place(1)] }, {});
    expect(costOf(draft)).toBeUndefined();
    expect(isComplete('receive', draft, 1000)).toBe(true);
    expect(isComplete('receive', { ...draft, cost: 'unreadable' }, 1000)).toBe(false);
    expect(isComplete('begin', { ...draft, cost: 'unreadable' }, 1000)).toBe(false);
    expect(costOf({ ...draft, cost: { totalMinor: 0 } })).toEqual({ totalMinor: 0 });
  });

  it('has no batch without a number, whatever the day', () => {
    const draft = { ...firstDraft({ entries: [], places: [place(1)] }, {}), expiresOn: '2027-01-01' };
    expect(batchOf(draft)).toBeNull();
    expect(batchOf({ ...draft, batchNumber: 'L7' })).toEqual({ number: 'L7', expiresOn: '2027-01-01' });
  });
});

describe('goods that are moved', () => {
  const places = [place(1, { isSellingLocation: true }), place(2), place(3)];

  it('go from where one is to the place the till sells from', () => {
    const entries = [entry(1, 1, 9000), entry(2, 2, 2000)];
    const draft = proposalOf('transfer', { entries, places, outstanding: [] }, { hereId: 2, lastPlaceId: 3 });
    expect(draft).toMatchObject({ locationId: 2, batchId: 'any', toLocationId: 1 });
  });

  it('come from nowhere while none are where one is, and need a place to go', () => {
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

  it('can be all of a place, or one batch of several there', () => {
    const entries = [entry(1, 1, 2000), entry(2, 1, 3000, 'L7'), entry(3, 2, 1000, 'L8'), entry(4, 3, 0)];
    expect(sourcesOf(entries)).toMatchObject([
      { locationId: 1, batchId: 'any', availableMilli: 5000 },
      { locationId: 1, batchId: null, availableMilli: 2000 },
      { locationId: 1, batchId: 2, batchNumber: 'L7' },
      { locationId: 2, batchId: 'any', batchNumber: 'L8', availableMilli: 1000 },
    ]);
  });
});

describe('goods that are issued', () => {
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

  it('go to somebody', () => {
    const draft = proposalOf('issue', { entries: [entry(1, 1, 9000)], places, outstanding: [] }, {});
    expect(isComplete('issue', draft, 1000)).toBe(false);
    expect(isComplete('issue', { ...draft, holderName: 'Kitchen' }, 1000)).toBe(true);
  });

  it('come back to where one is, else to the place they left', () => {
    const choices = { entries: [], places, outstanding: [out(7, 2), out(8, 1)] };
    expect(proposalOf('return', choices, {})).toMatchObject({ issueLineId: 7, locationId: 2 });
    expect(proposalOf('return', choices, { issueLineId: 8 })).toMatchObject({
      issueLineId: 8,
      locationId: 1,
    });
    expect(proposalOf('return', choices, { hereId: 1 })).toMatchObject({ issueLineId: 7, locationId: 1 });
  });

  it('come back only where something is out, and leave only where something is there', () => {
    const none = { entries: [entry(1, 1, 0)], places, outstanding: [] };
    expect(isPossible('return', none)).toBe(false);
    expect(isPossible('return', { ...none, outstanding: [out(7, 2)] })).toBe(true);
    expect(isPossible('issue', none)).toBe(false);
    expect(isPossible('adjust', none)).toBe(true);
    expect(isPossible('receive', none)).toBe(true);
  });
});
