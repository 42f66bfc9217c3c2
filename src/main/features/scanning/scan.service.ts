import {
  checkedQuantity,
  type ProductLookup,
  quantityNeeded,
  type SellableProduct,
} from '#main/features/catalogue/index';
import type { SettingsService } from '#main/features/settings/index';
import type { BatchListService, LocationListService } from '#main/features/stock/index';
import { type Ctx, may } from '#main/platform/ctx';
import { refuse } from '#shared/contract/refusals';
import type { Scanned } from '#shared/contract/scanning';
import type { Location } from '#shared/contract/stock';
import { lookupCandidates } from '#shared/kernel/barcode';
import { batchIdOf } from '#shared/kernel/batch-code';
import { type Gs1Code, parseGs1 } from '#shared/kernel/gs1';
import { isMeasured, MILLI_PER_UNIT } from '#shared/kernel/quantity';
import { amountOf, findItem } from './scanned-item';

const GRAMS_PER_KG = 1000;

interface Needs {
  batches: BatchListService;
  locations: LocationListService;
  products: ProductLookup;
  settings: SettingsService;
}

/** What a scan in the stockroom stands for. */
export class ScanService {
  readonly #needs: Needs;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /**
   * The product or the place that a code stands for, with what the code says beside: a pack's quantity, a scale
   * label's weight, the batch of a GS1 code or of the shop's own code of a batch. Locations are found only by
   * people who may see quantities.
   * @param typedMilli a quantity that was typed with it, which counts instead of what the code says
   * @throws UNKNOWN_BARCODE, to a customer also for a product that is not active; BARCODE_CHECK_DIGIT where
   *   the code cannot have been read right; QUANTITY_ZERO, PRICE_ZERO, QUANTITY_TOO_LARGE, QUANTITY_TOO_FINE
   *   where it says a quantity that nobody could have typed.
   */
  scan(ctx: Ctx, code: string, typedMilli?: number): Scanned {
    const location = may(ctx, 'seeQuantities') ? this.#placeOf(code) : undefined;
    return location ? { kind: 'location', location } : this.#productOf(ctx, code, typedMilli);
  }

  /** No product has the very code of a place; another form of the code is for products first. */
  #placeOf(code: string): Location | undefined {
    const { locations, products } = this.#needs;
    const [exact = '', ...otherForms] = lookupCandidates(code);
    const place = locations.byBarcode(exact);
    if (place || products.findByCode(code)) return place;
    return otherForms.flatMap((form) => locations.byBarcode(form) ?? [])[0];
  }

  #productOf(ctx: Ctx, code: string, typedMilli: number | undefined): Scanned {
    const { products, settings } = this.#needs;
    const ofBatch = products.findByCode(code) ? undefined : this.#ofBatchCode(ctx, code, typedMilli);
    if (ofBatch) return ofBatch;
    const gs1 = products.findByCode(code) ? null : parseGs1(code);
    const found = findItem(gs1?.gtin ?? code, products, settings.current);
    const product = products.byId(ctx, found.product.id);
    if (!product) throw refuse('UNKNOWN_BARCODE', { code });
    const quantityMilli =
      typedMilli ?? (gs1 && saidBy(gs1, code, found.product)) ?? amountOf(found).quantityMilli;
    const batch = gs1?.batch ? { number: gs1.batch, expiresOn: gs1.expiresOn } : null;
    return { kind: 'product', product, quantityMilli, batch };
  }

  #ofBatchCode(ctx: Ctx, code: string, typedMilli: number | undefined): Scanned | undefined {
    const batchId = batchIdOf(code);
    const batch = batchId === null ? undefined : this.#needs.batches.byId(ctx, batchId);
    const product = batch && this.#needs.products.byId(ctx, batch.productId);
    if (!product) return undefined;
    const { number, expiresOn } = batch;
    const quantityMilli = typedMilli ?? (isMeasured(product.unit) ? null : MILLI_PER_UNIT);
    return { kind: 'product', product, quantityMilli, batch: { number, expiresOn } };
  }
}

/**
 * How much a scan of goods stands for, where that has to be known.
 * @throws QUANTITY_NEEDED where neither the code nor anyone says it
 */
export function quantityOf(
  { product, quantityMilli }: Extract<Scanned, { kind: 'product' }>,
  code: string,
): number {
  if (quantityMilli === null) throw quantityNeeded(product, { code, priceMinor: null });
  return quantityMilli;
}

/** The weight that a GS1 code says of what is weighed, its count of what is counted; null where it says neither. */
function saidBy({ weightMilli, countMilli }: Gs1Code, code: string, product: SellableProduct): number | null {
  const { unit } = product;
  const countedMilli = isMeasured(unit) ? null : countMilli;
  const weighedMilli = unit === 'g' ? weightMilli && weightMilli * GRAMS_PER_KG : weightMilli;
  const saidMilli = unit === 'kg' || unit === 'g' ? weighedMilli : countedMilli;
  return saidMilli === null ? null : checkedQuantity(product, code, saidMilli);
}
