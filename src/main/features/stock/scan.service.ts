import { refuse } from '#shared/contract/refusals';
import type { Location, Scanned } from '#shared/contract/stock';
import { lookupCandidates } from '#shared/kernel/barcode';
import { batchIdOf } from '#shared/kernel/batch-code';
import { type Gs1Code, parseGs1 } from '#shared/kernel/gs1';
import { MILLI_PER_UNIT, type UnitOfMeasure } from '#shared/kernel/quantity';
import { type Ctx, may } from '../../ctx';
import type { ProductService } from '../catalogue/product.service';
import type { ProductListService } from '../catalogue/product-list.service';
import { itemOfScan } from '../catalogue/scanned-item.service';
import type { SettingsService } from '../stores/settings.service';
import type { BatchService } from './batch.service';
import type { LocationService } from './location.service';

const GRAMS_PER_KG = 1000;

interface Needs {
  batches: BatchService;
  locations: LocationService;
  products: ProductService;
  productLists: ProductListService;
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
   * label's weight, the batch of a GS1 code or of the shop's own code of a batch. A place is found by those only who may see what lies there.
   * @throws UNKNOWN_BARCODE, to a customer also for a product that is not active; BARCODE_CHECK_DIGIT where
   *   the code cannot have been read right.
   */
  scan(ctx: Ctx, code: string): Scanned {
    const location = may(ctx, 'seeQuantities') ? this.#placeOf(code) : undefined;
    return location ? { kind: 'location', location } : this.#productOf(ctx, code);
  }

  /** No product has the very code of a place; another form of the code is for products first. */
  #placeOf(code: string): Location | undefined {
    const { locations, products } = this.#needs;
    const [exact = '', ...otherForms] = lookupCandidates(code);
    const place = locations.byBarcode(exact);
    if (place || products.findByCode(code)) return place;
    return otherForms.flatMap((form) => locations.byBarcode(form) ?? [])[0];
  }

  #productOf(ctx: Ctx, code: string): Scanned {
    const { products, productLists, settings } = this.#needs;
    const ofBatch = products.findByCode(code) ? undefined : this.#ofBatchCode(ctx, code);
    if (ofBatch) return ofBatch;
    const gs1 = products.findByCode(code) ? null : parseGs1(code);
    const scan = { code: gs1?.gtin ?? code, quantityMilli: MILLI_PER_UNIT };
    const item = itemOfScan(scan, products, settings.current);
    const product = productLists.byId(ctx, item.product.id);
    if (!product) throw refuse('UNKNOWN_BARCODE', { code });
    const quantityMilli = (gs1 && saidBy(gs1, product.unit)) ?? item.quantityMilli;
    const batch = gs1?.batch ? { number: gs1.batch, expiresOn: gs1.expiresOn } : null;
    return { kind: 'product', product, quantityMilli, batch };
  }

  #ofBatchCode(ctx: Ctx, code: string): Scanned | undefined {
    const batchId = batchIdOf(code);
    const batch = batchId === null ? undefined : this.#needs.batches.byId(batchId);
    const product = batch && this.#needs.productLists.byId(ctx, batch.productId);
    if (!product) return undefined;
    const { number, expiresOn } = batch;
    return { kind: 'product', product, quantityMilli: MILLI_PER_UNIT, batch: { number, expiresOn } };
  }
}

/** The weight that a GS1 code says of what is weighed, its count of anything else. */
function saidBy({ weightMilli, countMilli }: Gs1Code, unit: UnitOfMeasure): number | null {
  if (unit === 'kg') return weightMilli;
  return unit === 'g' ? weightMilli && weightMilli * GRAMS_PER_KG : countMilli;
}
