import { afterEach, beforeEach, expect, test } from 'vitest';
import { receiptPaper } from '#shared/documents/receipt';
import { composeScaleLabel, type ScaleLayout } from '#shared/kernel/scale-label';
import { linesInPdf, linesOnScreen } from '../../support/paper-lines';
import { PHONE, stocked, ticketOf } from '../../support/sales';
import { openTestShop, type TestShop } from '../../support/test-store';

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

let shop: TestShop;

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
    shows: ['Pie€4.20', '1 × €3.99'],
  },
  'a weighed product': {
    orderOf: async () => {
      const apples = await stocked(shop, { name: 'Apples', priceMinor: 400, unit: 'kg' });
      return paid(await ticketOf(shop.as('cashier'), [apples, 1250]));
    },
    shows: ['1.25\u00a0kg × €4.00'],
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
  const paper = receiptPaper({ ...(await till().receipt({ orderId })), copy });
  const pdf = await till().receiptPdf({ orderId, copy });
  const onScreen = linesOnScreen(paper);
  expect(await linesInPdf(pdf, paper)).toEqual(onScreen);
  expect(onScreen).toEqual(expect.arrayContaining(shows));
});
