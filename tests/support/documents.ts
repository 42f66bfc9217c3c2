import type { Issue } from '#shared/contract/issues';
import type { Receipt } from '#shared/contract/sales-documents';
import type { Stocktake, StocktakeFigures, StocktakeLine } from '#shared/contract/stocktakes';
import type { Transfer } from '#shared/contract/transfers';

/** Documents with every kind of content, short enough that no line of them wraps on paper. */

export const STORE = {
  name: 'Corner Shop',
  currency: 'EUR',
  locale: 'en-IE',
  timeZone: 'Europe/Dublin',
};

export const AT = Date.UTC(2026, 10, 27, 9, 5);

const ADA = { id: 1, name: 'Ada Byrne' };

const line = { sku: '', unit: 'piece', taxRateMilliPercent: 23_000, ownDiscountMinor: 0, note: '' } as const;

/** A copy of the receipt of an order with a discount, a delivery charge, cash rounding, two tenders and two rates. */
export const RECEIPT: Receipt = {
  orderId: 1,
  number: 'T1-000123',
  barcode: 'T1-000123',
  state: 'paid',
  copy: true,
  store: {
    ...STORE,
    address: '1 Long Street\nDublin',
    taxNumber: 'IE1234567T',
    header: 'Open daily',
    footer: 'Thank you!\nSee you soon',
  },
  pricesIncludeTax: true,
  lines: [
    {
      ...line,
      name: 'Tea',
      quantityMilli: 2000,
      unitPriceMinor: 499,
      grossMinor: 998,
      ownDiscountMinor: 100,
      lineTotalMinor: 898,
      note: 'gift wrapped',
    },
    {
      ...line,
      name: 'Apples',
      unit: 'kg',
      quantityMilli: 1250,
      unitPriceMinor: 400,
      grossMinor: 500,
      lineTotalMinor: 500,
      taxRateMilliPercent: 0,
    },
    { ...line, name: 'Mug', quantityMilli: 1000, unitPriceMinor: 801, grossMinor: 801, lineTotalMinor: 801 },
  ],
  subtotalMinor: 2199,
  discountMinor: 200,
  shippingMinor: 350,
  taxes: [
    { taxRateMilliPercent: 0, exclTaxMinor: 455, taxMinor: 0, inclTaxMinor: 455 },
    { taxRateMilliPercent: 23_000, exclTaxMinor: 1540, taxMinor: 354, inclTaxMinor: 1894 },
  ],
  taxMinor: 354,
  totalMinor: 2349,
  cashRoundingMinor: 1,
  paidMinor: 2350,
  payments: [
    { kind: 'card', amountMinor: 1000, givenMinor: 1000, changeMinor: 0, reference: '4242' },
    { kind: 'cash', amountMinor: 1350, givenMinor: 2000, changeMinor: 650, reference: '' },
  ],
  changeMinor: 650,
  cashierName: 'Ada Byrne',
  tillName: 'Front till',
  customerName: 'Grace',
  at: AT,
};

const goods = { barcode: null, availableMilli: 0, shortMilli: 0, shelves: [], anyBatch: false, version: 1 };

const milk = {
  ...goods,
  id: 1,
  productId: 1,
  productName: 'Milk',
  sku: 'MLK-1',
  unit: 'l',
  batchId: 1,
  batchNumber: 'L27',
  expiresOn: '2027-05-09',
  quantityMilli: 1500,
} as const;

const globe = {
  ...goods,
  id: 2,
  productId: 2,
  productName: 'Globe',
  sku: 'GLB-1',
  unit: 'piece',
  batchId: null,
  batchNumber: null,
  expiresOn: null,
  quantityMilli: 3000,
} as const;

/** A sent transfer; one of its batches had expired by then. */
export const TRANSFER: Transfer = {
  id: 1,
  state: 'posted',
  number: 'TR-000007',
  from: { id: 1, name: 'Storeroom' },
  to: { id: 2, name: 'Sales floor' },
  note: 'For Saturday',
  lineCount: 3,
  createdAt: AT,
  createdBy: ADA,
  postedAt: AT,
  postedBy: ADA,
  version: 2,
  lines: [
    { ...milk, barcode: '5390001234567' },
    globe,
    { ...milk, id: 3, batchNumber: 'L01', expiresOn: '2026-01-31' },
  ],
};

/** Issued goods, some of which came back. */
export const ISSUE: Issue = {
  id: 1,
  state: 'posted',
  number: 'IS-000003',
  location: { id: 1, name: 'Storeroom' },
  holder: { accountId: null, name: 'Juice bar' },
  note: 'Training day',
  lineCount: 2,
  outCount: 1,
  createdAt: AT,
  createdBy: ADA,
  postedAt: AT,
  postedBy: ADA,
  version: 2,
  lines: [
    { ...milk, returnedMilli: 1000, usedUpMilli: 0, outMilli: 500, costMinor: null },
    { ...globe, returnedMilli: 3000, usedUpMilli: 0, outMilli: 0, costMinor: null },
  ],
  closings: [],
};

export const STOCKTAKE: Stocktake = {
  id: 1,
  number: 'CT-000002',
  state: 'posted',
  locationId: 1,
  locationName: 'Storeroom',
  categoryName: null,
  note: 'Year-end',
  blind: false,
  lineCount: 2,
  countedCount: 2,
  uncounted: 'leave',
  startedAt: AT,
  startedBy: ADA,
  reviewedAt: AT,
  closedAt: AT,
  closedBy: ADA,
  version: 3,
};

const counted = { found: false, range: null, belowReserved: false, belowZero: false };

export const COUNTED_LINES: StocktakeLine[] = [
  {
    ...milk,
    ...counted,
    note: 'one leaked',
    countedMilli: 1500,
    expectedMilli: 2500,
    differenceMilli: -1000,
    valueMinor: -120,
  },
  {
    ...globe,
    ...counted,
    note: '',
    countedMilli: 3000,
    expectedMilli: 2000,
    differenceMilli: 1000,
    valueMinor: 1500,
  },
];

export const FIGURES: StocktakeFigures = {
  different: 2,
  over: 1,
  overMinor: 1500,
  short: 1,
  shortMinor: -120,
  differenceMinor: 1380,
  uncertain: 0,
  belowReserved: 0,
  belowZero: 0,
  uncounted: 0,
  uncountedMinor: 0,
};

const sums = {
  products: 12,
  quantities: [
    { unit: 'piece', onHandMilli: 40_000 },
    { unit: 'kg', onHandMilli: 2500 },
  ],
  valueMinor: 123_456,
} as const;

/** The lists of the overview, each with its values. */
export const STOCK_LISTS = {
  categories: {
    path: [{ id: 1, name: 'Food' }],
    rows: [
      { categoryId: 2, name: 'Fruit', hasSubcategories: false, ...sums },
      { categoryId: null, name: '', hasSubcategories: false, ...sums },
    ],
  },
  locations: { rows: [{ locationId: 1, name: 'Storeroom', ...sums }] },
  low: {
    rows: [
      { ...milk, locationName: '', availableMilli: 500, thresholdMilli: 2000, reorderMilli: 6000 },
      { ...globe, locationName: 'Storeroom', availableMilli: 0, thresholdMilli: 1000, reorderMilli: null },
    ],
    total: 7,
  },
  expiring: {
    rows: [
      { ...milk, locationName: 'Storeroom', isExpired: true, onHandMilli: 500, valueMinor: 60 },
      {
        ...milk,
        batchNumber: 'L28',
        locationName: 'Storeroom',
        isExpired: false,
        onHandMilli: 500,
        valueMinor: 60,
      },
    ],
    total: 2,
  },
};
