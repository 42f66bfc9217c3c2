import { expect } from 'vitest';
import type { ContractClient, Inputs } from '#shared/contract/index';
import type { RefusalCode } from '#shared/contract/refusals';
import { contentOf } from './database-content';
import type { TestShop } from './test-store';

export const SHOP = 1;
export const COUNTER = 1;
export const PHONE = 2;

type NewProduct = Inputs['catalogue']['createProduct'];

/** Creates a product with its barcode and stock in the shop (in thousandths); returns its id. */
export async function stocked(
  shop: TestShop,
  {
    onHandMilli = 100_000,
    barcode,
    ...product
  }: Partial<NewProduct> & { name: string; priceMinor: number; onHandMilli?: number; barcode?: string },
): Promise<number> {
  const manager = shop.as('manager');
  const { id } = await manager.catalogue.createProduct({
    taxRateMilliPercent: 21_000,
    costMinor: 100,
    barcodes: barcode === undefined ? [] : [{ code: barcode }],
    ...product,
  });
  if (onHandMilli > 0) {
    await manager.stock.addEntry({ productId: id, locationId: SHOP, openingMilli: onHandMilli });
  }
  return id;
}

/** Starts a ticket with a quantity of each product (thousandths, 1000 by default); returns its id. */
export async function ticketOf(
  client: ContractClient,
  ...lines: Array<number | readonly [productId: number, quantityMilli: number]>
): Promise<number> {
  let ticketId = 0;
  for (const line of lines) {
    const [productId, quantityMilli] = typeof line === 'number' ? [line, 1000] : line;
    ({ ticketId } = await client.sales.addLine({ productId, quantityMilli }));
  }
  return ticketId;
}

/** Quantities on hand and reserved of a product in the shop. */
export function shelf(shop: TestShop, productId: number): { onHandMilli: number; reservedMilli: number } {
  return shop.store.database.handle
    .prepare(
      `SELECT SUM(on_hand_milli) AS onHandMilli, SUM(reserved_milli) AS reservedMilli
       FROM stock_entry WHERE product_id = ? AND location_id = ?`,
    )
    .get(productId, SHOP) as { onHandMilli: number; reservedMilli: number };
}

/** Expects a call to be refused with this declared code, without any change in the store. */
export async function refuses(
  shop: TestShop,
  call: () => Promise<unknown>,
  code: RefusalCode,
  data?: object,
): Promise<void> {
  const before = contentOf(shop.store);
  await expect(call()).rejects.toMatchObject({ code, defined: true, ...(data && { data }) });
  expect(contentOf(shop.store)).toEqual(before);
}

/** The documents of completed sales and cancelled orders in the log, oldest first. */
export function loggedDocuments(shop: TestShop): object[] {
  return shop.store.database.reader
    .prepare<[], string>('SELECT document FROM log_entry WHERE document IS NOT NULL ORDER BY id')
    .pluck()
    .all()
    .map((document) => JSON.parse(document));
}
