import { assertAllowed, type Ctx } from '#main/platform/ctx';
import type { Tx } from '#main/platform/work/connections';
import type { Product } from '#shared/contract/catalogue';
import { refuse } from '#shared/contract/refusals';
import { isWholeEnough } from '#shared/kernel/quantity';
import { productRuleQueries } from './product-rules.queries';

type Priced = Pick<Product, 'priceMinor' | 'discountMilliPercent' | 'status'> & { costMinor: number };
type Measured = Pick<Product, 'name' | 'unit'>;

const MADE_UP_SKU_DIGITS = 5;

/**
 * Only people who may edit prices can change prices, costs and standing discounts, or put a product without a price
 * on sale.
 * @throws NOT_PERMITTED
 */
export function assertMayPrice(ctx: Ctx, before: Priced, after: Priced): void {
  const pricesChange =
    after.priceMinor !== before.priceMinor ||
    after.costMinor !== before.costMinor ||
    after.discountMilliPercent !== before.discountMilliPercent;
  const goesOnSale = after.status === 'active' && before.status !== 'active';
  if (pricesChange || (goesOnSale && after.priceMinor === 0)) assertAllowed(ctx, 'editPrices');
}

/** The rules for a product that involve other data, checked in the unit of work of its change. */
export class ProductRules {
  readonly #queries;

  constructor(tx: Tx) {
    this.#queries = productRuleQueries(tx);
  }

  /** A SKU for a product without one: short and never used, not even by a deleted product. */
  makeUpSku(): string {
    let number = this.#queries.nextId.get() ?? 1;
    while (this.#queries.bySku.get(skuOf(number))) number += 1;
    return skuOf(number);
  }

  /** A SKU for a product that will be created under a reserved id. */
  makeUpSkuFor(id: number, isSpokenFor: (sku: string) => boolean): string {
    let sku = skuOf(id);
    for (let number = 2; isSpokenFor(sku) || this.#queries.bySku.get(sku); number += 1) {
      sku = `${skuOf(id)}-${number}`;
    }
    return sku;
  }

  /** @throws SKU_TAKEN with the product that has it. */
  assertSkuFree(sku: string, ownId: number | null): void {
    const owner = this.#queries.bySku.get(sku);
    if (owner && owner.id !== ownId) {
      throw refuse('SKU_TAKEN', { sku, productId: owner.id, productName: owner.name });
    }
  }

  /** @throws NAME_KNOWN with another product of this name, so that the window can ask whether that one is meant. */
  assertNameUnknown(name: string, ownId: number | null): void {
    const namesake = this.#queries.byName.get(name, ownId ?? 0);
    if (namesake) throw refuse('NAME_KNOWN', { name, productId: namesake.id, sku: namesake.sku });
  }

  /** @throws NOT_FOUND for an unknown category; no category is always accepted. */
  assertKnownCategory(categoryId: number | null): void {
    if (categoryId !== null && !this.#queries.categoryExists.get(categoryId)) {
      throw refuse('NOT_FOUND', { what: 'category' });
    }
  }

  /** @throws QUANTITY_TOO_FINE when the unit does not allow its threshold, reorder quantity or pack quantities. */
  assertFineEnough(product: Measured & Pick<Product, 'thresholdMilli' | 'reorderMilli' | 'barcodes'>): void {
    const packsMilli = product.barcodes.map(({ quantityMilli }) => quantityMilli);
    assertNotFiner(product, [product.thresholdMilli ?? 0, product.reorderMilli ?? 0, ...packsMilli]);
  }

  /** @throws QUANTITY_TOO_FINE when the unit does not allow a quantity in use or a location's threshold. */
  assertFineEnoughInUse(product: Measured & { id: number }): void {
    assertNotFiner(product, this.#queries.quantitiesInUse.all({ productId: product.id }));
  }
}

function assertNotFiner({ name, unit }: Measured, quantitiesMilli: readonly number[]): void {
  if (!quantitiesMilli.every((milli) => isWholeEnough(milli, unit))) {
    throw refuse('QUANTITY_TOO_FINE', { productName: name, unit });
  }
}

function skuOf(number: number): string {
  return `P${String(number).padStart(MADE_UP_SKU_DIGITS, '0')}`;
}
