import { describe, expect, test } from 'vitest';
import { paperPdf } from '#main/platform/printing/paper-pdf';
import { pdfFile } from '#main/platform/printing/pdf-file';
import type { OverviewList } from '#shared/contract/overview';
import type { Paper } from '#shared/documents/blocks';
import { countSheet, differenceSheet } from '#shared/documents/count-sheet';
import { issueSlip } from '#shared/documents/issue-slip';
import { receiptPaper } from '#shared/documents/receipt';
import { type StockList, stockListPaper } from '#shared/documents/stock-list';
import { transferPaper } from '#shared/documents/transfer';
import {
  AT,
  COUNTED_LINES,
  FIGURES,
  ISSUE,
  RECEIPT,
  STOCK_LISTS,
  STOCKTAKE,
  STORE,
  TRANSFER,
} from '../../support/documents';
import { linesInPdf, linesOnScreen } from '../../support/paper-lines';
import { readPdfFile } from '../../support/pdf-text';

const stockList = (list: OverviewList, values = true) =>
  stockListPaper({ list, ...STOCK_LISTS[list] } as StockList, { store: STORE, now: AT, values });

const sheet = (differences: boolean, values: boolean) => ({
  stocktake: STOCKTAKE,
  lines: COUNTED_LINES,
  store: STORE,
  sight: { differences, values },
  now: AT,
});

const draft = { state: 'draft', number: null, note: '' } as const;

/** Each document, with lines that it must have and lines that it must not have. */
const PAPERS: Record<string, { paper: Paper; shows: string[]; hides?: string[] }> = {
  'the copy of a receipt': {
    paper: receiptPaper(RECEIPT),
    shows: [
      'COPY',
      'Receipt T1-00012327 Nov 2026, 09:05',
      'Served by Ada ByrneFront till',
      'Customer: Grace',
      'Tea€9.98',
      '2 × €4.99',
      'Discount−€1.00',
      'gift wrapped',
      '1.25\u00a0kg × €4.00',
      'Discount−€2.00',
      'Delivery charge€3.50',
      'To pay€23.50',
      'Card 4242€10.00',
      'Cash given€20.00',
      'Change€6.50',
      'RateNetTaxGross',
      '23%€15.40€3.54€18.94',
      'T1-000123',
    ],
    hides: ['CANCELLED', '1 × €8.01'],
  },
  'a receipt with tax on top': {
    paper: receiptPaper({ ...RECEIPT, copy: false, state: 'cancelled', pricesIncludeTax: false }),
    shows: ['CANCELLED', 'Tax€3.54'],
    hides: ['COPY'],
  },
  'a receipt with nothing special': {
    paper: receiptPaper({
      ...RECEIPT,
      ...{ copy: false, discountMinor: 0, shippingMinor: 0, cashRoundingMinor: 0, changeMinor: 0 },
      ...{ payments: [], taxes: [], customerName: '' },
      store: { ...RECEIPT.store, address: '', taxNumber: '', header: '', footer: '' },
    }),
    shows: ['Total€23.49'],
    hides: ['Subtotal€21.99', 'Cash rounding€0.00', 'RateNetTaxGross', 'Customer: '],
  },
  'a sent transfer': {
    paper: transferPaper(TRANSFER, STORE),
    shows: [
      'Transfer TR-000007',
      'From: Storeroom',
      'Sent by Ada Byrne, 27 November 2026 at 09:05',
      'MLK-1Milk5390001234567L271.5\u00a0l',
      'expires 9 May 2027',
      'expired 31 Jan 2026',
      'Handed over byReceived by',
    ],
  },
  'the draft of a transfer': {
    paper: transferPaper({ ...TRANSFER, ...draft, postedAt: null, postedBy: null }, STORE),
    shows: ['Transfer', 'Draft, not sent', 'Started by Ada Byrne, 27 November 2026 at 09:05'],
    hides: ['Note: '],
  },
  'an issue slip': {
    paper: issueSlip(ISSUE, STORE),
    shows: [
      'Issue slip IS-000003',
      'Issued to: Juice bar',
      'MLK-1MilkL27 (expires 9 May 2027)1.5\u00a0l0.5\u00a0l',
    ],
  },
  'the draft of an issue slip': {
    paper: issueSlip({ ...ISSUE, ...draft, holder: null, postedAt: null, postedBy: null }, STORE),
    shows: ['Issue slip', 'Draft, not issued'],
    hides: ['Issued to: '],
  },
  'a blind count sheet': {
    paper: countSheet(sheet(false, false)),
    shows: ['ProductSKUBatchCountedNote', 'MilkMLK-1L271.5\u00a0lone leaked'],
  },
  'a count sheet': { paper: countSheet(sheet(true, true)), shows: ['ProductSKUBatchExpectedCountedNote'] },
  'the differences of a stocktake': {
    paper: differenceSheet({ ...sheet(true, true), figures: FIGURES }),
    shows: [
      'MilkMLK-1L272.5\u00a0l1.5\u00a0l−1\u00a0l−€1.20one leaked',
      'GlobeGLB-123+1+€15.00',
      'Total+€13.80',
    ],
  },
  'the differences without cost': {
    paper: differenceSheet({ ...sheet(true, false), figures: { ...FIGURES, differenceMinor: null } }),
    shows: ['GlobeGLB-123+1'],
    hides: ['Total'],
  },
  'stock by category': {
    paper: stockList('categories'),
    shows: [
      'Food',
      'Fruit1240 pcs, 2.5\u00a0kg€1,234.56',
      'Food only1240 pcs, 2.5\u00a0kg€1,234.56',
      'Total€2,469.12',
    ],
  },
  'stock by location without cost': {
    paper: stockList('locations', false),
    shows: ['Storeroom1240 pcs, 2.5\u00a0kg'],
    hides: ['Total'],
  },
  'low stock': {
    paper: stockList('low'),
    shows: ['More than can be printed: the first 2 of 7', 'GlobeGLB-1Storeroom01'],
  },
  'expiring stock': { paper: stockList('expiring'), shows: ['Total€1.20'] },
};

test.for(Object.keys(PAPERS))('screen and PDF show the same lines: %s', async (name) => {
  const { paper, shows, hides = [] } = PAPERS[name] ?? { paper: receiptPaper(RECEIPT), shows: [''] };
  const onScreen = linesOnScreen(paper);
  expect(onScreen).toEqual(expect.arrayContaining(shows));
  expect(onScreen.filter((line) => hides.includes(line))).toEqual([]);
  expect(await linesInPdf(pdfFile(await paperPdf(paper), 'paper.pdf'), paper)).toEqual(onScreen);
});

describe('the texts of paper', () => {
  const footerOf = async (paper: Paper) =>
    (await readPdfFile(pdfFile(await paperPdf(paper), 'paper.pdf'))).text.split('\n').at(-1);

  test('name the document and the page below each page', async () => {
    expect(await footerOf(transferPaper(TRANSFER, STORE))).toBe('TR-000007 · Page 1 of 1');
    expect(await footerOf(issueSlip({ ...ISSUE, ...draft }, STORE))).toBe('Draft, not issued · Page 1 of 1');
    expect(await footerOf(countSheet(sheet(true, true)))).toBe('1 / 1');
  });

  test("are English until there are others, with values in the store's locale", async () => {
    const store = { ...RECEIPT.store, locale: 'de-DE' };
    expect(linesOnScreen(receiptPaper({ ...RECEIPT, store }))).toContain('Discount−1,00\u00a0€');
  });
});
