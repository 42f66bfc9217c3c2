import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import i18next from 'i18next';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider, initReactI18next } from 'react-i18next';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { ReceiptPaper } from '#renderer/features/sales/receipt/receipt-paper';
import { textOptions } from '#renderer/lib/text-options';
import type { Receipt } from '#shared/contract/sales-documents';
import { composeScaleLabel, type ScaleLayout } from '#shared/kernel/scale-label';
import { readPdf } from '../../support/pdf-text';
import { PHONE, stocked, ticketOf } from '../../support/sales';
import { openTestShop, type TestShop } from '../../support/test-store';
import { englishTexts } from '../../support/texts';

const PRICE_LABEL: ScaleLayout = {
  name: 'Price',
  prefix: '24',
  itemDigits: 4,
  verifierDigit: true,
  valueDigits: 5,
  valueDecimals: 2,
  value: 'price',
};
const PIE = composeScaleLabel(PRICE_LABEL, 1, 0);
const PIE_4_20 = composeScaleLabel(PRICE_LABEL, 1, 420);

const texts = i18next.createInstance();
let shop: TestShop;

beforeAll(() => texts.use(initReactI18next).init(textOptions(englishTexts)));
beforeEach(async () => {
  shop = await openTestShop({ name: 'Corner', receiptFooter: 'Thanks', scaleLayouts: [PRICE_LABEL] });
});
afterEach(() => shop.close());

const till = () => shop.as('cashier').sales;

async function paid(ticketId: number): Promise<number> {
  const { orderId } = await till().completeTicket({
    ticketId,
    tenders: [{ kind: 'cash', amountMinor: 10_000 }],
  });
  return orderId;
}

const CASES: Record<string, { orderOf: () => Promise<number>; shows: string[] }> = {
  'a sale of one and of several': {
    orderOf: async () => {
      const cola = await stocked(shop, { name: 'Cola', priceMinor: 199 });
      const tea = await stocked(shop, { name: 'Tea', priceMinor: 250 });
      return paid(await ticketOf(shop.as('cashier'), cola, [tea, 3000]));
    },
    shows: ['3 × €2.50'],
  },
  'a label with a price of its own for one': {
    orderOf: async () => {
      await stocked(shop, { name: 'Pie', priceMinor: 399, barcode: PIE });
      const { ticketId } = await till().scan({ code: PIE_4_20 });
      return paid(ticketId);
    },
    shows: ['Pie €4.20', '1 × €3.99'],
  },
  'a weighed product': {
    orderOf: async () => {
      const apples = await stocked(shop, { name: 'Apples', priceMinor: 400, unit: 'kg' });
      return paid(await ticketOf(shop.as('cashier'), [apples, 1250]));
    },
    shows: ['1.25 kg × €4.00'],
  },
  'a cancelled order': {
    orderOf: async () => {
      const cola = await stocked(shop, { name: 'Cola', priceMinor: 199 });
      const ticketId = await ticketOf(shop.as('cashier'), cola);
      const tenders = [{ kind: 'card' as const, amountMinor: 199 }];
      await till().placeOrder({ ticketId, channelId: PHONE, customerName: 'Ada', tenders });
      await till().cancelOrder({ id: ticketId, reason: 'changed her mind' });
      return ticketId;
    },
    shows: ['COPY', 'CANCELLED'],
  },
};

test.for(Object.keys(CASES))('the receipt says the same on screen and as a PDF: %s', async (name) => {
  const { orderOf, shows } = CASES[name] ?? { orderOf: () => Promise.reject(), shows: [] };
  const orderId = await orderOf();
  const copy = name === 'a cancelled order';
  const receipt = await till().receipt({ orderId });
  const { base64 } = await till().receiptPdf({ orderId, copy });
  const onScreen = linesOnScreen({ ...receipt, copy });
  expect(onScreen).toEqual(linesInPdf(base64, receipt));
  expect(onScreen).toEqual(expect.arrayContaining(shows.flatMap(linesOf)));
});

/** The lines of the receipt on screen, without the tax table: the PDF has a line for each rate instead. */
function linesOnScreen(receipt: Receipt): string[] {
  const paper = createElement(ReceiptPaper, { receipt });
  const page = createElement(
    QueryClientProvider,
    { client: new QueryClient() },
    createElement(I18nextProvider, { i18n: texts }, paper),
  );
  return linesOf(
    renderToStaticMarkup(page)
      .replace(/<table.*<\/table>/s, '')
      .replaceAll(/<(header|footer).*?<\/\1>/gs, (part) => part.replaceAll('</span>', '\n'))
      .replaceAll(/<\/(?:div|li|strong)>/g, '\n')
      .replaceAll(/<[^>]*>/g, ''),
  );
}

/** The lines of the PDF, without those of tax, and without the barcode's text, which the screen shows as a picture. */
function linesInPdf(base64: string, { barcode }: Receipt): string[] {
  const lines = linesOf(readPdf(Buffer.from(base64, 'base64')).text);
  return lines.filter((line) => !line.startsWith('Taxincluded') && line !== barcode);
}

/** Lines in alphabetical order, without spaces and the signs that only one of the two has. */
function linesOf(text: string): string[] {
  return text
    .replaceAll('−', '-')
    .split('\n')
    .map((line) => line.replaceAll(/[\s·\u2066-\u2069]/g, ''))
    .filter((line) => line !== '')
    .toSorted();
}
