import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SHOP, shelf, stocked, ticketOf } from '../../support/sales';
import { openTestShop, type TestShop } from '../../support/test-store';

/** Below this stock no sale is made: the ledger may have even less on hand and would refuse it. */
const NEARLY_EMPTY_MILLI = 4000;

const happening = fc.record({
  what: fc.constantFrom('sale' as const, 'receipt' as const, 'count' as const),
  of: fc.nat(1),
});
const wrongBy = fc.tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -3, max: 3 }));

let shop: TestShop;
beforeEach(async () => {
  shop = await openTestShop();
});
afterEach(() => shop.close());

/** A product with its true stock, which the ledger may be wrong about. */
class Goods {
  isCounted = false;
  readonly #productId: number;
  truthMilli: number;

  constructor(productId: number, wrongBy: number) {
    this.#productId = productId;
    this.truthMilli = this.onHandMilli + wrongBy * 1000;
  }

  get onHandMilli(): number {
    return shelf(shop, this.#productId).onHandMilli;
  }

  async sale(): Promise<void> {
    if (Math.min(this.onHandMilli, this.truthMilli) < NEARLY_EMPTY_MILLI) return;
    const cashier = shop.as('cashier');
    const ticketId = await ticketOf(cashier, this.#productId);
    await cashier.sales.completeTicket({ ticketId, tenders: [{ kind: 'cash', amountMinor: 100_000 }] });
    this.truthMilli -= 1000;
  }

  async receipt(): Promise<void> {
    const { stock } = shop.as('storekeeper');
    await stock.receive({ productId: this.#productId, locationId: SHOP, quantityMilli: 2000 });
    this.truthMilli += 2000;
  }

  /** Counts each piece once: the first by a scan, the rest by a typed quantity. */
  async count(stocktakeId: number): Promise<void> {
    if (this.isCounted) return;
    this.isCounted = true;
    const { count } = shop.as('storekeeper').stocktakes;
    const entry = { stocktakeId, productId: this.#productId };
    await count(entry);
    await count({ ...entry, quantityMilli: this.truthMilli - 1000 });
  }
}

test('a stocktake ends at the true stock, however counts of several shelves mix with sales and receipts', async () => {
  const ids = [
    await stocked(shop, { name: 'Honey', priceMinor: 500, onHandMilli: 10_000 }),
    await stocked(shop, { name: 'Tea', priceMinor: 300, onHandMilli: 20_000 }),
  ];
  const { stocktakes } = shop.as('manager');
  await fc.assert(
    fc.asyncProperty(wrongBy, fc.array(happening, { maxLength: 12 }), async (wrong, happenings) => {
      const shelves = ids.map((id, index) => new Goods(id, wrong[index] ?? 0));
      fc.pre(shelves.every(({ truthMilli }) => truthMilli > NEARLY_EMPTY_MILLI));
      const { id } = await stocktakes.start({ locationId: SHOP });
      for (const { what, of } of happenings) await shelves[of]?.[what](id);
      for (const goods of shelves) await goods.count(id);
      const { version } = await stocktakes.review({ id });
      await stocktakes.post({ id, version, uncounted: 'leave' });
      expect(shelves.map(({ onHandMilli }) => onHandMilli)).toEqual(
        shelves.map(({ truthMilli }) => truthMilli),
      );
    }),
    { numRuns: 15 },
  );
});
