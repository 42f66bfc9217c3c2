import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkAgreement } from '#main/health/agreement';
import { heldOf } from '../../support/held-stock';
import { refuses, SHOP, shelf, stocked } from '../../support/sales';
import { openTestShop, type TestShop } from '../../support/test-store';

const STOREROOM = 2;

describe('a return of issued goods', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop();
  });
  afterEach(() => shop.close());

  const issues = () => shop.as('storekeeper').issues;
  const stockAndValue = (productId: number) => heldOf(shop.store.database.handle, productId);
  const handOut = async (productId: number, quantityMilli: number, name = 'Kitchen') => {
    await issues().postNow({ locationId: SHOP, holder: { name }, lines: [{ productId, quantityMilli }] });
    const { rows } = await issues().outstanding({ productId, holder: { name } });
    const line = rows.at(-1);
    if (!line) throw new Error('Nothing is out');
    return line;
  };
  const back = (issueLineId: number, quantityMilli: number, locationId = SHOP) =>
    issues().returnGoods({ issueLineId, locationId, quantityMilli });

  test('is possible for everything still out, listed by holder and longest first', async () => {
    const drill = await stocked(shop, { name: 'Drill', priceMinor: 5000 });
    const saw = await stocked(shop, { name: 'Saw', priceMinor: 900 });
    const { issueLineId } = await handOut(drill, 3000, 'Workshop');
    await handOut(saw, 1000, 'Kitchen');
    await handOut(drill, 1000, 'Kitchen');
    const out = async (filter: Parameters<ReturnType<typeof issues>['outstanding']>[0] = {}) =>
      (await issues().outstanding(filter)).rows.map(({ holder, productName, outMilli }) => [
        holder.name,
        productName,
        outMilli,
      ]);
    expect(await out()).toEqual([
      ['Kitchen', 'Saw', 1000],
      ['Kitchen', 'Drill', 1000],
      ['Workshop', 'Drill', 3000],
    ]);
    expect(await out({ holder: { name: 'kitchen' } })).toHaveLength(2);
    expect(await out({ productId: drill })).toHaveLength(2);
    expect(await out({ search: 'saw' })).toEqual([['Kitchen', 'Saw', 1000]]);
    expect(await out({ search: 'IS-000001' })).toEqual(await out({ search: '1' }));
    expect((await out({ search: 'is-1' })).length).toBeGreaterThan(0);
    expect(await out({ search: 'IS-000099' })).toEqual([]);
    await back(issueLineId, 1000);
    expect(await out({ search: 'workshop' })).toEqual([['Workshop', 'Drill', 2000]]);
    await back(issueLineId, 2000);
    expect(await out({ search: 'workshop' })).toEqual([]);
  });

  test('adds to stock at any open location, in the same batch, under the number of the issue', async () => {
    const productId = await stocked(shop, { name: 'Milk', priceMinor: 100, onHandMilli: 0 });
    const batch = { number: 'B7', expiresOn: '2027-01-01' };
    await shop.as('manager').stock.receive({ productId, locationId: SHOP, batch, quantityMilli: 5000 });
    const { issueLineId } = await handOut(productId, 3000);
    const after = await issues().returnGoods({
      issueLineId,
      locationId: STOREROOM,
      quantityMilli: 2000,
      reason: 'not needed',
    });
    expect(after).toMatchObject({
      number: 'IS-000001',
      issuedMilli: 3000,
      outMilli: 1000,
      batchNumber: 'B7',
    });
    const { rows } = await shop.as('manager').stock.history({ productId });
    expect(rows[0]).toMatchObject({
      kind: 'issue returned',
      locationName: 'Storeroom',
      batchNumber: 'B7',
      quantityMilli: 2000,
      reason: 'not needed',
      causeLabel: 'IS-000001',
    });
    const { closings } = await issues().get({ id: after.issueId });
    expect(closings).toMatchObject([
      { kind: 'returned', quantityMilli: 2000, locationName: 'Storeroom', by: { name: 'Storekeeper Test' } },
    ]);
  });

  test('of more than is still out is refused, with what is out', async () => {
    const productId = await stocked(shop, { name: 'Drill', priceMinor: 5000 });
    const { issueLineId } = await handOut(productId, 3000);
    await back(issueLineId, 1000);
    const over = { productName: 'Drill', unit: 'piece', outMilli: 2000, requestedMilli: 3000 };
    await refuses(shop, () => back(issueLineId, 3000), 'ISSUE_OVER_RETURN', over);
    await refuses(
      shop,
      () => issues().usedUp({ issueLineId, quantityMilli: 3000, reason: 'broken' }),
      'ISSUE_OVER_RETURN',
      over,
    );
  });

  test('is refused at a closed location, for half a piece, and for an unknown issue', async () => {
    const productId = await stocked(shop, { name: 'Drill', priceMinor: 5000 });
    const { issueLineId } = await handOut(productId, 3000);
    await refuses(shop, () => back(issueLineId, 500), 'QUANTITY_TOO_FINE');
    await refuses(shop, () => back(issueLineId, 1000, 99), 'NOT_FOUND');
    const { id } = await issues().start({ locationId: SHOP });
    const { lineId } = await issues().addLine({ documentId: id, productId, quantityMilli: 1000 });
    await refuses(shop, () => back(lineId ?? 0, 1000), 'NOT_FOUND');
    await shop.as('manager').stock.closeLocation({ id: STOREROOM });
    await refuses(shop, () => back(issueLineId, 1000, STOREROOM), 'LOCATION_CLOSED');
  });

  test('of all that one holder has goes to where it was issued from, or fails as a whole', async () => {
    const drill = await stocked(shop, { name: 'Drill', priceMinor: 5000, onHandMilli: 5000 });
    const saw = await stocked(shop, { name: 'Saw', priceMinor: 900, onHandMilli: 5000 });
    const one = await handOut(drill, 3000);
    const other = await handOut(saw, 2000);
    const lines = [
      { issueLineId: one.issueLineId, quantityMilli: 3000 },
      { issueLineId: other.issueLineId, quantityMilli: 3000 },
    ];
    await refuses(shop, () => issues().returnMany({ lines }), 'ISSUE_OVER_RETURN');
    const whole = lines.map((line, index) => (index === 0 ? line : { ...line, quantityMilli: 2000 }));
    expect(await issues().returnMany({ lines: whole })).toMatchObject([{ outMilli: 0 }, { outMilli: 0 }]);
    expect([shelf(shop, drill).onHandMilli, shelf(shop, saw).onHandMilli]).toEqual([5000, 5000]);
  });

  test('is replaced by a used-up entry with a reason, which moves no stock', async () => {
    const productId = await stocked(shop, { name: 'Flour', priceMinor: 100, onHandMilli: 5000 });
    const { issueLineId, issueId } = await handOut(productId, 3000);
    await refuses(
      shop,
      () => issues().usedUp({ issueLineId, quantityMilli: 1000, reason: ' ' }),
      'REASON_MISSING',
    );
    await issues().usedUp({ issueLineId, quantityMilli: 3000, reason: 'baked' });
    expect(await issues().outstanding({})).toMatchObject({ rows: [] });
    expect(shelf(shop, productId).onHandMilli).toBe(2000);
    expect(await issues().get({ id: issueId })).toMatchObject({
      outCount: 0,
      lines: [{ returnedMilli: 0, usedUpMilli: 3000, outMilli: 0 }],
      closings: [{ kind: 'used up', locationName: null, reason: 'baked' }],
    });
  });

  test('uses the cost of the issue, even if other stock costs more meanwhile', async () => {
    const productId = await stocked(shop, {
      name: 'Drill',
      priceMinor: 5000,
      costMinor: 100,
      onHandMilli: 3000,
    });
    const { issueLineId } = await handOut(productId, 3000);
    await shop.as('manager').stock.receive({
      productId,
      locationId: SHOP,
      quantityMilli: 1000,
      cost: { totalMinor: 900 },
    });
    await back(issueLineId, 3000);
    expect(stockAndValue(productId)).toEqual({ onHandMilli: 4000, valueMinor: 1200 });
  });

  /** Issues goods and returns them in portions, at two locations in turn; a return of more than is out is refused. */
  const outAndBack = async (productId: number, issuedMilli: number, backs: readonly number[]) => {
    const { issueLineId } = await handOut(productId, issuedMilli);
    let outMilli = issuedMilli;
    for (const [index, wantedMilli] of backs.entries()) {
      const taken = back(issueLineId, wantedMilli, index % 2 === 0 ? SHOP : STOREROOM);
      if (wantedMilli <= outMilli) ({ outMilli } = await taken);
      else await expect(taken).rejects.toMatchObject({ code: 'ISSUE_OVER_RETURN', data: { outMilli } });
    }
    expect(outMilli).toBeGreaterThanOrEqual(0);
  };

  test('in any portions leaves stock and value as they were before the issue', async () => {
    const portion = fc.integer({ min: 1, max: 5000 });
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.array(fc.tuple(portion, fc.array(portion, { maxLength: 4 })), { minLength: 1, maxLength: 4 }),
        async (totalMinor, portions) => {
          const manager = shop.as('manager');
          const { id: productId } = await manager.catalogue.createProduct({
            name: 'Flour',
            unit: 'kg',
            priceMinor: 100,
            taxRateMilliPercent: 0,
            sameNameIsMeant: true,
          });
          const place = { productId, locationId: SHOP };
          await manager.stock.receive({ ...place, quantityMilli: 19_997, cost: { totalMinor } });
          await manager.stock.receive({ ...place, quantityMilli: 3, cost: { totalMinor: 7 } });
          const atFirst = stockAndValue(productId);
          for (const [issuedMilli, backs] of portions) await outAndBack(productId, issuedMilli, backs);
          const { rows } = await issues().outstanding({ productId });
          for (const { issueLineId, outMilli } of rows) await back(issueLineId, outMilli);
          expect(stockAndValue(productId)).toEqual(atFirst);
          expect(checkAgreement(shop.store.database.handle)).toEqual([]);
        },
      ),
      { numRuns: 25 },
    );
  });
});
