import type { Repository } from 'typeorm';
import type { z } from 'zod';
import type { AuditService } from '#main/features/audit/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import { assertAllowed, type Ctx, may } from '#main/platform/ctx';
import type { Database } from '#main/platform/database/database';
import type { UnitWatch } from '#main/platform/work/unit-watch';
import type { newProduct, Product, productChange } from '#shared/contract/catalogue';
import { refuse } from '#shared/contract/refusals';
import { lookupCandidates } from '#shared/kernel/barcode';
import type { BarcodeService } from './barcode.service';
import type { ImageService } from './image.service';
import { ProductEntity } from './product.entity';
import { type FullProduct, type ProductQueries, productQueries } from './product.queries';
import { productForSaleQueries, type SellableProduct } from './product-for-sale.queries';
import { assertMayPrice, ProductRules } from './product-rules';
import { searchDocumentQueries } from './product-search.queries';
import { auditedPartOf, isCustomer, wholeAsSeenBy } from './product-view';
import type { SupplierService } from './supplier.service';

export type { SellableProduct } from './product-for-sale.queries';

type NewProduct = z.infer<typeof newProduct>;
type ProductChange = z.infer<typeof productChange>;

/** What the catalogue asks of the stock ledger. */
export interface ProductStock {
  /** Deletes the empty entries of a product that never moved. */
  forgetProduct(productId: number): void;
}

interface Needs {
  database: Database;
  barcodes: BarcodeService;
  images: ImageService;
  suppliers: SupplierService;
  stock: ProductStock;
  audit: AuditService;
  changes: ChangeFeed;
  /** Told of each product that changes, one at a time or with others. */
  changed: UnitWatch;
}

/** What a new product is compared with: nothing of it has a price or is on sale. */
const UNPRICED = { priceMinor: 0, costMinor: 0, discountMilliPercent: 0, status: 'inactive' } as const;

/** Products, one at a time: looking at one, selling one, making, changing and deleting one. */
export class ProductService {
  readonly #repository: Repository<ProductEntity>;
  /** The last committed state, and the state of the running unit of work. */
  readonly #committed: ProductQueries;
  readonly #current: ProductQueries;
  readonly #forSale;
  readonly #documents;
  readonly #rules: ProductRules;
  readonly #needs: Needs;

  constructor(needs: Needs) {
    const { dataSource, handle, reader } = needs.database;
    this.#needs = needs;
    this.#repository = dataSource.getRepository(ProductEntity);
    this.#committed = productQueries(reader);
    this.#current = productQueries(handle);
    this.#forSale = productForSaleQueries(handle);
    this.#documents = searchDocumentQueries(handle);
    this.#rules = new ProductRules(handle);
  }

  /** Calls a watcher with the products that a unit of work made, changed or deleted, at its end, inside it. */
  watch(watcher: (productIds: readonly number[]) => void): void {
    this.#needs.changed.watch(watcher);
  }

  /** One product whole; throws NOT_FOUND, to a customer also for one that is not active. */
  one(ctx: Ctx, id: number): Product {
    const product = this.#committed.byId(id);
    if (!product || (isCustomer(ctx) && product.status !== 'active')) throw notFound();
    return wholeAsSeenBy(ctx, product);
  }

  /**
   * The product that a scanned or typed code stands for, by its barcodes or else by its SKU, whatever its status,
   * inside a unit of work.
   * @returns with `packMilli`, how much of it one scan stands for; undefined for an unknown code.
   */
  findByCode(code: string): (SellableProduct & { packMilli: number }) | undefined {
    for (const candidate of lookupCandidates(code)) {
      const found = this.#forSale.byCode.get(candidate);
      if (found) return found;
    }
    return this.#forSale.bySku.get(code.trim());
  }

  /** The product of that id, whatever its status, inside a unit of work; undefined when there is none. */
  byIdForSale(id: number): SellableProduct | undefined {
    return this.#forSale.byId.get(id);
  }

  /**
   * Makes a product. Who may not edit prices makes it without one, and inactive until it has one.
   * @throws SKU_TAKEN, NAME_KNOWN, QUANTITY_TOO_FINE, IMAGE_UNREADABLE, IMAGE_TOO_LARGE and what barcodes are refused for.
   */
  async create(ctx: Ctx, input: NewProduct): Promise<Product> {
    const { image, barcodes, preferredSupplier, sameNameIsMeant, ...given } = input;
    const fields = { ...given, status: may(ctx, 'editPrices') ? given.status : offSale(given.status) };
    assertMayPrice(ctx, UNPRICED, fields);
    this.#rules.assertSkuFree(fields.sku, null);
    if (!sameNameIsMeant) this.#rules.assertNameUnknown(fields.name, null);
    this.#rules.assertKnownCategory(fields.categoryId);
    const { id } = await this.#repository.save({
      ...fields,
      sku: fields.sku || this.#rules.makeUpSku(),
      supplierId: await this.#needs.suppliers.idOf(preferredSupplier),
      imageId: image && (await this.#needs.images.keep(image)),
      createdAt: ctx.now,
      createdById: ctx.account.id,
      changedAt: ctx.now,
      changedById: ctx.account.id,
      version: 1,
    });
    await this.#needs.barcodes.replace({ id, unit: fields.unit }, barcodes);
    return this.#changed(ctx, id, null);
  }

  /**
   * Changes what is given of a product and leaves the rest.
   * @throws CHANGED_MEANWHILE when it is no longer at that version, and what `create` refuses.
   */
  async change(ctx: Ctx, input: ProductChange): Promise<Product> {
    const { id, version, image, barcodes, preferredSupplier, sameNameIsMeant, ...fields } = input;
    const before = this.#existing(id);
    if (before.version !== version) {
      throw refuse('CHANGED_MEANWHILE', { what: before.name, by: before.changedBy.name });
    }
    const after = { ...before, ...given(fields) };
    // Whether a guess at the cost is a change would tell what it is to who may not see it.
    if (fields.costMinor !== undefined) assertAllowed(ctx, 'editPrices');
    assertMayPrice(ctx, before, after);
    this.#rules.assertSkuFree(after.sku, id);
    if (after.name !== before.name && !sameNameIsMeant) this.#rules.assertNameUnknown(after.name, id);
    this.#rules.assertKnownCategory(after.categoryId);
    if (after.unit !== before.unit) this.#rules.assertFineEnoughInUse(after);

    const { imageId } = await this.#repository.findOneByOrFail({ id });
    await this.#repository.update(id, {
      ...given(fields),
      ...(preferredSupplier !== undefined && {
        supplierId: await this.#needs.suppliers.idOf(preferredSupplier),
      }),
      ...(image !== undefined && { imageId: image && (await this.#needs.images.keep(image)) }),
      changedAt: ctx.now,
      changedById: ctx.account.id,
      version: version + 1,
    });
    if (image !== undefined) this.#needs.images.forgetUnused(imageId);
    if (barcodes) await this.#needs.barcodes.replace(after, barcodes);
    return this.#changed(ctx, id, before);
  }

  /** Deletes a product that never moved and was never sold; throws PRODUCT_MOVED for any other. */
  async remove(ctx: Ctx, id: number): Promise<void> {
    const product = this.#existing(id);
    if (!product.deletable) throw refuse('PRODUCT_MOVED', { productName: product.name });
    const { imageId } = await this.#repository.findOneByOrFail({ id });
    this.#needs.stock.forgetProduct(id);
    await this.#needs.barcodes.replace(product, []);
    await this.#repository.delete(id);
    this.#needs.images.forgetUnused(imageId);
    this.#documents.refresh(id);
    this.#record(ctx, product, null);
  }

  #existing(id: number): FullProduct {
    const product = this.#current.byId(id);
    if (!product) throw notFound();
    return product;
  }

  /** What every change of a product ends with, its checks that need the whole included. */
  #changed(ctx: Ctx, id: number, before: FullProduct | null): Product {
    const after = this.#existing(id);
    this.#rules.assertFineEnough(after);
    this.#documents.refresh(id);
    this.#record(ctx, before, after);
    return wholeAsSeenBy(ctx, after);
  }

  #record(ctx: Ctx, before: FullProduct | null, after: FullProduct | null): void {
    const product = after ?? before;
    if (product) this.#needs.changed.touch(product.id);
    this.#needs.audit.record(ctx, {
      entity: 'product',
      entityId: product?.id ?? null,
      label: product?.name ?? '',
      before: before && auditedPartOf(before),
      after: after && auditedPartOf(after),
    });
    this.#needs.changes.publish('catalogue');
  }
}

function notFound() {
  return refuse('NOT_FOUND', { what: 'product' });
}

function offSale(status: Product['status']): Product['status'] {
  return status === 'active' ? 'inactive' : status;
}

/** Only the fields that were given, so that the others stay. */
function given<Fields extends object>(fields: Fields) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Fields]?: Exclude<Fields[Key], undefined>;
  };
}
