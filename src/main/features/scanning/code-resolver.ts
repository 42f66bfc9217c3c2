import type { ProductLookup, ProductOfCode } from '#main/features/catalogue/index';
import type { SettingsService } from '#main/features/settings/index';
import type { BatchListService, LocationListService } from '#main/features/stock/index';
import { type Ctx, may } from '#main/platform/ctx';
import { refuse } from '#shared/contract/refusals';
import type { Scanned, ScannedCode } from '#shared/contract/scanning';
import type { Location } from '#shared/contract/stock';
import { checkDigit, hasValidCheckDigit, lookupCandidates } from '#shared/kernel/barcode';
import { batchIdOf } from '#shared/kernel/batch-code';
import { minorDigits } from '#shared/kernel/currency';
import { type Gs1Code, parseGs1, storableBarcode } from '#shared/kernel/gs1/gs1';
import { MAX_MINOR, mulDivRound } from '#shared/kernel/money';
import { MILLI_PER_UNIT } from '#shared/kernel/quantity';
import { parseScaleLabel } from '#shared/kernel/scale-label';
import { dayOf } from '#shared/kernel/time';
import { amountOf, type CodeStatement, type StatedProduct } from './scanned-amount';

/** The batch that a code names. */
interface BatchOfCode {
  /** Null where the store does not know that batch of the product. */
  id: number | null;
  number: string;
}

export interface ScannedProduct extends StatedProduct {
  kind: 'product';
  batch: BatchOfCode | null;
  /** YYYY-MM-DD, of the code itself or of the batch it names; null where neither has one. */
  expiresOn: string | null;
}

interface ScannedOrder {
  kind: 'order';
  orderId: number;
  number: string;
}

/** What a code identifies. */
type Meaning = ScannedProduct | ScannedOrder | { kind: 'location'; location: Location };

/** Finds an order by the number on its receipt, which is also its barcode. */
export interface OrderNumbers {
  byNumber(text: string): { orderId: number; number: string } | undefined;
}

interface Needs {
  batches: BatchListService;
  locations: LocationListService;
  orders: OrderNumbers;
  products: ProductLookup;
  settings: SettingsService;
}

/** The symbology that a scanner is set to send in front of each code (ISO/IEC 15424). */
const SYMBOLOGY = /^\][A-Za-z][0-9A-Za-z]/;
const CODE_WITH_CHECK_DIGIT = /^(\d{8}|\d{12}|\d{13})$/;

/** The one place that decides what a scanned or typed code means. */
export class CodeResolver {
  readonly #needs: Needs;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /**
   * What a code means, with the quantity that it says. Locations are for people who may see quantities, orders for
   * those who sell or serve orders, and products that are not active for everyone but customers.
   * @throws UNKNOWN_BARCODE, BARCODE_CHECK_DIGIT where the code must have been misread, and what {@link amountOf}
   *   refuses
   */
  resolve(ctx: Ctx, scanned: ScannedCode): Scanned {
    const meaning = this.#meaningOf(ctx, scanned);
    if (meaning.kind === 'product') return this.shown(ctx, meaning);
    const isAllowed =
      meaning.kind === 'location' ? may(ctx, 'seeQuantities') : may(ctx, 'sell') || may(ctx, 'serveOrders');
    if (!isAllowed) throw unknown(scanned.code);
    return meaning;
  }

  /**
   * The product that a code identifies, for places that take only products.
   * @throws UNKNOWN_BARCODE, BARCODE_CHECK_DIGIT, LOCATION_SCANNED, ORDER_SCANNED
   */
  product(ctx: Ctx, scanned: ScannedCode): ScannedProduct {
    const meaning = this.#meaningOf(ctx, scanned);
    switch (meaning.kind) {
      case 'product':
        return meaning;
      case 'location': {
        const { id: locationId, name: locationName } = meaning.location;
        throw refuse('LOCATION_SCANNED', { locationId, locationName });
      }
      case 'order': {
        const { orderId, number } = meaning;
        throw refuse('ORDER_SCANNED', { orderId, number });
      }
    }
  }

  /** A scanned product as a window shows it. @throws UNKNOWN_BARCODE, and what {@link amountOf} refuses */
  shown(ctx: Ctx, scanned: ScannedProduct): Extract<Scanned, { kind: 'product' }> {
    const product = this.#needs.products.byId(ctx, scanned.product.id);
    if (!product) throw unknown(scanned.code);
    const { batch, expiresOn } = scanned;
    return {
      kind: 'product',
      product,
      quantityMilli: amountOf(scanned).quantityMilli,
      batch: batch && { number: batch.number, expiresOn },
    };
  }

  /** The first reading of a scan that means something: its text, else what its keys are on another keyboard. */
  #meaningOf(ctx: Ctx, { code, keyPositions }: ScannedCode): Meaning {
    for (const text of [code, keyPositions]) {
      if (text === undefined) continue;
      const meaning = this.#meaningOfText(ctx, text) ?? this.#withoutSymbology(ctx, text);
      if (meaning) return meaning;
    }
    throw unknown(storableBarcode(code, this.#year(ctx)));
  }

  #withoutSymbology(ctx: Ctx, text: string): Meaning | undefined {
    return SYMBOLOGY.test(text) ? this.#meaningOfText(ctx, text.replace(SYMBOLOGY, '')) : undefined;
  }

  /** A stored barcode that is the very text comes before every interpretation. */
  #meaningOfText(ctx: Ctx, code: string): Meaning | undefined {
    const known = this.#needs.products.findByCode(code);
    if (known?.matched === code.trim()) return productMeant(code, known);
    return (
      this.#location(code, known) ??
      (known && productMeant(code, known)) ??
      this.#batchLabel(ctx, code) ??
      this.#gs1Product(ctx, code) ??
      this.#scaleLabel(code) ??
      this.#order(code)
    );
  }

  /** A product comes before a location that only another form of the code identifies. */
  #location(code: string, product: ProductOfCode | undefined): Meaning | undefined {
    const forms = lookupCandidates(code);
    for (const form of product ? forms.slice(0, 1) : forms) {
      const location = this.#needs.locations.byBarcode(form);
      if (location) return { kind: 'location', location };
    }
    return undefined;
  }

  #batchLabel(ctx: Ctx, code: string): Meaning | undefined {
    const { batches, products } = this.#needs;
    const batchId = batchIdOf(code);
    const batch = batchId === null ? undefined : batches.byId(ctx, batchId);
    const product = batch && products.byIdForSale(batch.productId);
    if (!product) return undefined;
    return {
      kind: 'product',
      code,
      product,
      says: { kind: 'pack', packMilli: MILLI_PER_UNIT },
      batch: { id: batch.id, number: batch.number },
      expiresOn: batch.expiresOn,
    };
  }

  #gs1Product(ctx: Ctx, code: string): Meaning | undefined {
    const gs1 = this.#gs1(ctx, code);
    const found = gs1 && this.#needs.products.findByCode(gs1.gtin);
    if (!found) return undefined;
    const { weightMilli, countMilli } = gs1;
    const priceMinor = this.#priceOf(gs1);
    const meant = productMeant(code, found, (packMilli) => ({
      kind: 'gs1',
      packMilli,
      weightMilli,
      countMilli,
      priceMinor,
    }));
    return { ...meant, ...this.#batchOf(found.id, gs1) };
  }

  /** Null also for a price beyond what a line can cost: it was misread, and must not become the usual price. */
  #gs1(ctx: Ctx, code: string): Gs1Code | null {
    const gs1 = parseGs1(code, this.#year(ctx));
    if (!gs1?.price) return gs1;
    const { value, decimals } = gs1.price;
    return (value * 10 ** this.#moneyDigits) / 10 ** decimals > MAX_MINOR ? null : gs1;
  }

  get #moneyDigits(): number {
    return minorDigits(this.#needs.settings.current.currency);
  }

  #year({ now }: Ctx): number {
    return Number(dayOf(now, this.#needs.settings.current.timeZone).slice(0, 4));
  }

  #priceOf({ price }: Gs1Code): number | null {
    return price && mulDivRound(price.value, 10 ** this.#moneyDigits, 10 ** price.decimals);
  }

  #batchOf(productId: number, gs1: Gs1Code): Pick<ScannedProduct, 'batch' | 'expiresOn'> {
    if (gs1.batch === null) return { batch: null, expiresOn: gs1.expiresOn };
    const known = this.#needs.batches.numbered(productId, gs1.batch);
    return {
      batch: { id: known?.id ?? null, number: gs1.batch },
      expiresOn: gs1.expiresOn ?? known?.expiresOn ?? null,
    };
  }

  #scaleLabel(code: string): Meaning | undefined {
    const { products, settings } = this.#needs;
    const { scaleLayouts, currency } = settings.current;
    const label = parseScaleLabel(code, scaleLayouts, minorDigits(currency));
    const found = label ? products.findByCode(label.lookupCode) : undefined;
    return label && found ? productMeant(code, found, () => ({ kind: 'scaleLabel', label })) : undefined;
  }

  #order(code: string): Meaning | undefined {
    const order = this.#needs.orders.byNumber(code);
    return order && { kind: 'order', ...order };
  }
}

function productMeant(
  code: string,
  { packMilli, matched: _, ...product }: ProductOfCode,
  statement: (packMilli: number) => CodeStatement = () => ({ kind: 'pack', packMilli }),
): ScannedProduct {
  return {
    kind: 'product',
    code,
    product,
    says: statement(packMilli),
    batch: null,
    expiresOn: null,
  };
}

/** The refusal of a code that nothing has. */
function unknown(code: string) {
  const digits = code.replace(/[\s-]/g, '');
  return CODE_WITH_CHECK_DIGIT.test(digits) && !hasValidCheckDigit(digits)
    ? refuse('BARCODE_CHECK_DIGIT', { code, expected: checkDigit(digits.slice(0, -1)) })
    : refuse('UNKNOWN_BARCODE', { code });
}
