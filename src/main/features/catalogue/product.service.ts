import type { Repository } from 'typeorm';
import type { z } from 'zod';
import type { SupplierService } from '#main/features/parties/index';
import { assertAllowed, type Ctx, may } from '#main/platform/ctx';
import type { StoreLog } from '#main/platform/log/store-log';
import type { Tx } from '#main/platform/work/connections';
import type { UnitWatch } from '#main/platform/work/unit-watch';
import type { newProduct, Product, productChange } from '#shared/contract/catalogue';
import { refuse } from '#shared/contract/refusals';
import type { BarcodeService } from './barcode.service';
import type { ImageService } from './image.service';
import type { ProductEntity } from './product.entity';
import { type FullProduct, productQueries } from './product.queries';
import type { SellableProduct } from './product-for-sale.queries';
import type { ProductLookup, ProductOfCode } from './product-lookup';
import { assertMayPrice, ProductRules } from './product-rules';
import { searchDocumentQueries } from './product-search.queries';
import { auditedPartOf, fullProductVisibleTo } from './product-view';

export type { SellableProduct } from './product-for-sale.queries';

type NewProduct = z.infer<typeof newProduct>;
type ProductChange = z.infer<typeof productChange>;

/** What the catalogue needs from the stock ledger. */
export interface ProductStock {
  /** Deletes the empty entries of a product that never moved. */
  forgetProduct(productId: number): void;
}

interface Parts {
  repository: Repository<ProductEntity>;
  lookup: ProductLookup;
  barcodes: BarcodeService;
  images: ImageService;
  suppliers: SupplierService;
  stock: ProductStock;
  audit: StoreLog;
  /** Notified of each product that changes, whether alone or in bulk. */
  changed: UnitWatch;
}

/** The state that a new product is compared with: it has no price and is not on sale. */
const UNPRICED = { priceMinor: 0, costMinor: 0, discountMilliPercent: 0, status: 'inactive' } as const;

/** Single products: looking one up for a sale, creating, changing and deleting one. */
export class ProductService {
  readonly #queries;
  readonly #documents;
  readonly #rules: ProductRules;
  readonly #parts: Parts;

  constructor(tx: Tx, parts: Parts) {
    this.#parts = parts;
    this.#queries = productQueries(tx);
    this.#documents = searchDocumentQueries(tx);
    this.#rules = new ProductRules(tx);
  }

  /** The product of a scanned or typed code, as {@link ProductLookup.findByCode} finds it. */
  findByCode(code: string): ProductOfCode | undefined {
    return this.#parts.lookup.findByCode(code);
  }

  /** The product with this id, whatever its status; undefined if there is none. */
  byIdForSale(id: number): SellableProduct | undefined {
    return this.#parts.lookup.byIdForSale(id);
  }

  /**
   * Creates a product. A person who may not edit prices creates it without a price, and inactive until it has one.
   * @throws SKU_TAKEN, NAME_KNOWN, QUANTITY_TOO_FINE, IMAGE_UNREADABLE, IMAGE_TOO_LARGE and what barcodes are refused
   * for.
   */
  async create(ctx: Ctx, input: NewProduct): Promise<Product> {
    const { image, barcodes, preferredSupplier, sameNameIsMeant, ...given } = input;
    const fields = { ...given, status: may(ctx, 'editPrices') ? given.status : offSale(given.status) };
    assertMayPrice(ctx, UNPRICED, fields);
    this.#rules.assertSkuFree(fields.sku, null);
    if (!sameNameIsMeant) this.#rules.assertNameUnknown(fields.name, null);
    this.#rules.assertKnownCategory(fields.categoryId);
    const { id } = await this.#parts.repository.save({
      ...fields,
      sku: fields.sku || this.#rules.makeUpSku(),
      supplierId: this.#parts.suppliers.idOf(preferredSupplier, ctx.now),
      imageId: image && (await this.#parts.images.keep(image)),
      createdAt: ctx.now,
      createdById: ctx.account.id,
      changedAt: ctx.now,
      changedById: ctx.account.id,
      version: 1,
    });
    await this.#parts.barcodes.replace({ id, unit: fields.unit }, barcodes);
    return this.#changed(ctx, id, null);
  }

  /**
   * Changes the given fields of a product and leaves the rest.
   * @throws CHANGED_MEANWHILE when the version is outdated, and what `create` refuses.
   */
  async change(ctx: Ctx, input: ProductChange): Promise<Product> {
    const { id, version, image, barcodes, preferredSupplier, sameNameIsMeant, ...fields } = input;
    const before = this.#existing(ctx, id);
    if (before.version !== version) {
      throw refuse('CHANGED_MEANWHILE', { what: before.name, by: before.changedBy.name });
    }
    const after = { ...before, ...given(fields) };
    // Checked even for an unchanged cost: otherwise a guess would reveal the cost to people who may not see it.
    if (fields.costMinor !== undefined) assertAllowed(ctx, 'editPrices');
    assertMayPrice(ctx, before, after);
    this.#rules.assertSkuFree(after.sku, id);
    if (after.name !== before.name && !sameNameIsMeant) this.#rules.assertNameUnknown(after.name, id);
    this.#rules.assertKnownCategory(after.categoryId);
    if (after.unit !== before.unit) this.#rules.assertFineEnoughInUse(after);

    const { imageId } = await this.#parts.repository.findOneByOrFail({ id });
    await this.#parts.repository.update(id, {
      ...given(fields),
      ...(preferredSupplier !== undefined && {
        supplierId: this.#parts.suppliers.idOf(preferredSupplier, ctx.now),
      }),
      ...(image !== undefined && { imageId: image && (await this.#parts.images.keep(image)) }),
      changedAt: ctx.now,
      changedById: ctx.account.id,
      version: version + 1,
    });
    if (image !== undefined) this.#parts.images.forgetUnused(imageId);
    if (barcodes) await this.#parts.barcodes.replace(after, barcodes);
    return this.#changed(ctx, id, before);
  }

  /** Deletes a product that never moved and was never sold. @throws PRODUCT_MOVED for any other. */
  async remove(ctx: Ctx, id: number): Promise<void> {
    const product = this.#existing(ctx, id);
    if (!product.deletable) throw refuse('PRODUCT_MOVED', { productName: product.name });
    const { imageId } = await this.#parts.repository.findOneByOrFail({ id });
    this.#parts.stock.forgetProduct(id);
    await this.#parts.barcodes.replace(product, []);
    await this.#parts.repository.delete(id);
    this.#parts.images.forgetUnused(imageId);
    this.#documents.refresh(id);
    this.#record(ctx, product, null);
  }

  #existing(ctx: Ctx, id: number): FullProduct {
    const product = this.#queries.byId(id, ctx);
    if (!product) throw refuse('NOT_FOUND', { what: 'product' });
    return product;
  }

  /** The final steps of every change of a product, including the checks that need the complete product. */
  #changed(ctx: Ctx, id: number, before: FullProduct | null): Product {
    const after = this.#existing(ctx, id);
    this.#rules.assertFineEnough(after);
    this.#documents.refresh(id);
    this.#record(ctx, before, after);
    return fullProductVisibleTo(ctx, after);
  }

  #record(ctx: Ctx, before: FullProduct | null, after: FullProduct | null): void {
    const product = after ?? before;
    if (product) this.#parts.changed.touch(product.id);
    this.#parts.audit.record(ctx, {
      entity: 'product',
      entityId: product?.id ?? null,
      version: after?.version,
      label: product?.name ?? '',
      before: before && auditedPartOf(before),
      after: after && auditedPartOf(after),
    });
  }
}

function offSale(status: Product['status']): Product['status'] {
  return status === 'active' ? 'inactive' : status;
}

/** Only the fields that were given; the others stay unchanged. */
function given<Fields extends object>(fields: Fields) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Fields]?: Exclude<Fields[Key], undefined>;
  };
}
