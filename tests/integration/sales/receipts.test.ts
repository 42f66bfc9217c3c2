import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readPdfFile } from '../../support/pdf-text';
import { PHONE, refuses, stocked, ticketOf } from '../../support/sales';
import { openTestShop, type TestShop } from '../../support/test-store';

const MINUTE_MS = 60_000;

describe('a receipt', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop({
      name: 'Бакалея Καφές',
      address: '1 Long Street\nDublin',
      receiptFooter: 'Thank you!',
      cashStepMinor: 5,
    });
  });
  afterEach(() => shop.close());

  const cashier = () => shop.as('cashier').sales;

  async function sold(name = 'Cola', priceMinor = 199) {
    const id = await stocked(shop, { name, priceMinor });
    const ticketId = await ticketOf(shop.as('cashier'), [id, 2000]);
    return cashier().completeTicket({ ticketId, tenders: [{ kind: 'cash', amountMinor: 1000 }] });
  }

  async function pdfOf(orderId: number, copy = false) {
    const file = await cashier().receiptPdf({ orderId, copy });
    return { ...(await readPdfFile(file)), fileName: file.name };
  }

  test('is found by its number and by its scanned barcode, with other keyboard layouts too', async () => {
    const { orderId, barcode } = await sold();
    const { scanning } = shop.as('cashier');
    for (const code of [barcode, 't1-000001', 'T1ß000001', ' T1/000001 ']) {
      expect(await scanning.resolve({ code })).toEqual({ kind: 'order', orderId, number: 'T1-000001' });
    }
    await refuses(shop, () => scanning.resolve({ code: 'T1-000002' }), 'UNKNOWN_BARCODE');
  });

  test('is available only once an order is paid', async () => {
    const id = await stocked(shop, { name: 'Cola', priceMinor: 200 });
    const ticketId = await ticketOf(shop.as('cashier'), id);
    await refuses(shop, () => cashier().receipt({ orderId: ticketId }), 'NOT_FOUND');
    await cashier().placeOrder({ ticketId, channelId: PHONE, customerName: 'Ada' });
    await refuses(shop, () => cashier().receipt({ orderId: ticketId }), 'NOT_FOUND', { what: 'receipt' });
    await cashier().payOrder({ id: ticketId, tenders: [{ kind: 'cash', amountMinor: 200 }] });
    expect(await cashier().receipt({ orderId: ticketId })).toMatchObject({ customerName: 'Ada', copy: true });
  });

  test('is a copy when reprinted, on the timeline and in the audit trail', async () => {
    const { orderId } = await sold();
    expect(await cashier().reprintReceipt({ orderId })).toMatchObject({ number: 'T1-000001', copy: true });
    const { events } = await cashier().order({ id: orderId });
    expect(events.at(-1)).toMatchObject({ kind: 'reprinted', by: { name: 'Cashier Test' } });
    const { rows } = await shop.as('manager').audit.list({});
    expect(rows[0]).toMatchObject({ action: 'sales.reprintReceipt', label: 'T1-000001' });
  });

  test.for(['reprinted', 'saved as PDF'])(
    'of a sale that is completed again is a copy once it was %s',
    async (what) => {
      const id = await stocked(shop, { name: 'Cola', priceMinor: 199 });
      const ticketId = await ticketOf(shop.as('cashier'), id);
      const complete = () =>
        cashier().completeTicket({ ticketId, tenders: [{ kind: 'cash', amountMinor: 200 }] });
      expect(await complete()).toMatchObject({ copy: false });
      expect(await complete()).toMatchObject({ copy: false });
      if (what === 'reprinted') await cashier().reprintReceipt({ orderId: ticketId });
      else await pdfOf(ticketId);
      expect(await complete()).toMatchObject({ copy: true });
    },
  );

  test('as a copy shows what the original showed, whatever changed since', async () => {
    const original = await sold('Tea');
    const store = { name: 'Renamed', address: '1 New Street', taxNumber: 'DE1', receiptFooter: 'Bye' };
    await shop.as('admin').settings.change(store);
    const [till] = await shop.as('admin').tills.list();
    await shop.as('admin').tills.rename({ id: till?.id ?? 0, name: 'Front' });
    await shop.as('manager').people.changeAccount({
      id: shop.accountIdOf('cashier'),
      version: 1,
      firstName: 'Renamed',
    });
    const copy = await shop.as('manager').sales.receipt({ orderId: original.orderId });
    expect(copy).toEqual({ ...original, copy: true });
    const later = await sold('Coffee');
    expect(later).toMatchObject({ store: { name: 'Renamed', footer: 'Bye' }, tillName: 'Front' });
  });

  test('is the original once, right after an order was paid, for the person who took the money', async () => {
    const id = await stocked(shop, { name: 'Tea', priceMinor: 1000 });
    const ticketId = await ticketOf(shop.as('cashier'), id);
    await cashier().placeOrder({ ticketId, channelId: PHONE, customerName: 'Ada', tenders: [] });
    const { sales } = shop.as('manager');
    await sales.payOrder({ id: ticketId, tenders: [{ kind: 'cash', amountMinor: 1000 }] });
    const asked = { orderId: ticketId, copy: false };
    expect(await cashier().receipt(asked)).toMatchObject({ copy: true });
    expect(await sales.receipt(asked)).toMatchObject({ copy: false });
    expect(await sales.receipt({ orderId: ticketId })).toMatchObject({ copy: true });
    await sales.reprintReceipt({ orderId: ticketId });
    expect(await sales.receipt(asked)).toMatchObject({ copy: true });
  });

  describe('as PDF', () => {
    test('says COPY unless it is the first one, requested right after the sale by the person who sold it', async () => {
      const { orderId } = await sold();
      const saysCopy = async (client: 'cashier' | 'manager', copy: boolean) => {
        const file = await shop.as(client).sales.receiptPdf({ orderId, copy });
        return (await readPdfFile(file)).text.includes('COPY');
      };
      expect(await saysCopy('cashier', false)).toBe(false);
      expect(await saysCopy('cashier', true)).toBe(true);
      expect(await saysCopy('manager', false)).toBe(true);
      shop.time.now += 16 * MINUTE_MS;
      expect(await saysCopy('cashier', false)).toBe(true);
      shop.time.now -= 32 * MINUTE_MS;
      expect(await saysCopy('cashier', false)).toBe(true);
      shop.time.now += 16 * MINUTE_MS;
      await cashier().reprintReceipt({ orderId });
      expect(await saysCopy('cashier', false)).toBe(true);
    });

    test('is the original once, and each later one is a copy, on the timeline and in the audit trail', async () => {
      const { orderId } = await sold();
      const isCopy = async () => (await pdfOf(orderId)).text.includes('COPY');
      const reprints = async () =>
        (await cashier().order({ id: orderId })).events.filter(({ kind }) => kind === 'reprinted').length;
      expect([await isCopy(), await reprints()]).toEqual([false, 0]);
      expect([await isCopy(), await reprints()]).toEqual([true, 1]);
      expect([await isCopy(), await reprints()]).toEqual([true, 2]);
      const { rows } = await shop.as('manager').audit.list({});
      expect(rows.map(({ action }) => action).slice(0, 3)).toEqual(Array(3).fill('sales.receiptPdf'));
    });

    test('is a copy for all but one of several simultaneous requests', async () => {
      const { orderId } = await sold();
      const pdfs = await Promise.all([pdfOf(orderId), pdfOf(orderId), pdfOf(orderId)]);
      const copies = pdfs.map((pdf) => pdf.text.includes('COPY'));
      expect(copies.filter((isCopy) => !isCopy)).toHaveLength(1);
    });

    test("shows what was sold and paid in the store's scripts, with embedded fonts", async () => {
      const { orderId } = await sold('Чай ½ λίτρο Čaj');
      const { fileName, text, fonts, embeddedFonts } = await pdfOf(orderId);
      expect(fileName).toBe('receipt-T1-000001.pdf');
      const lines = [
        'Бакалея Καφές',
        'Чай ½ λίτρο Čaj€3.98',
        'Total€3.98',
        'To pay€4.00',
        'Change€6.00',
        'T1-000001',
      ];
      expect(text.split('\n')).toEqual(expect.arrayContaining(lines));
      expect(fonts).toBeGreaterThan(3);
      expect(embeddedFonts).toBe(fonts);
    });

    test('shows Arabic names from right to left with joined letters', async () => {
      const { orderId } = await sold('قهوة (عربية) 250 ععع');
      const { text, glyphs } = await pdfOf(orderId);
      const line = text.split('\n').find((one) => one.includes('250'));
      expect(line).toBe('ععع 250 (ةيبرع) ةوهق€3.98');
      const formsOfAyn = glyphs.filter((letter) => letter === 'ع');
      expect(formsOfAyn, 'first, middle and last').toHaveLength(3);
    });

    test('with a long name and many lines still shows the total', async () => {
      const { orderId } = await sold(`${'Very '.repeat(40)}${'x'.repeat(120)}`.slice(0, 200));
      expect((await pdfOf(orderId)).text).toContain('To pay€4.00');
    });
  });
});
