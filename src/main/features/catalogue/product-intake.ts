import type { SupplierService } from '#main/features/parties/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Ctx } from '#main/platform/ctx';
import { hasSqliteCode } from '#main/platform/database/store-file-error';
import type { StoreLog } from '#main/platform/log/store-log';
import type { Tx } from '#main/platform/work/connections';
import type { UnitWatch } from '#main/platform/work/unit-watch';
import type { BarcodeKind } from '#shared/kernel/barcode';
import type { CategoryService } from './category.service';
import {
  type ProductFields,
  productIntakeQueries,
  type StagedCategory,
  type StagedOpening,
} from './product-intake.queries';
import { ProductRules } from './product-rules';
import { searchDocumentQueries } from './product-search.queries';

export type { ProductFields } from './product-intake.queries';

/** A product as it will be written. */
export interface StagedProduct {
  /** The existing product to change, at the version it was read at; null for a new one. */
  known: { id: number; version: number; before: object; after: object; needsReindex: boolean } | null;
  /** A blank SKU of a new product is generated. */
  fields: ProductFields;
  /** The barcodes to add, normalized. */
  barcodes: readonly { code: string; kind: BarcodeKind }[];
  openingMilli: number;
}

/** The catalogue changed after products were staged: they must be checked again. */
export class StagingStale extends Error {
  override readonly name = 'StagingStale';
}

interface Parts {
  categories: CategoryService;
  suppliers: SupplierService;
  audit: StoreLog;
  changes: ChangeFeed;
  changed: UnitWatch;
}

/** How many documents are removed in one unit of work. */
const FORGOTTEN_AT_ONCE = 200;

/**
 * Adds many products at once, all or none, while the tills keep selling. They are staged in small batches under
 * reserved ids. Their search documents are written at the same time, since a document whose id has no product is never
 * found. The last step only has to copy rows.
 */
export class ProductIntake {
  readonly #sql;
  readonly #documents;
  readonly #rules: ProductRules;
  readonly #parts: Parts;

  constructor(tx: Tx, parts: Parts) {
    this.#parts = parts;
    this.#sql = productIntakeQueries(tx);
    this.#documents = searchDocumentQueries(tx);
    this.#rules = new ProductRules(tx);
  }

  /**
   * Stages products.
   * @param isSpokenFor whether a SKU belongs to another product of the import, so that it cannot be generated
   */
  stage(products: readonly StagedProduct[], isSpokenFor: (sku: string) => boolean): void {
    let nextId = this.#reserve('product', products.filter(({ known }) => known === null).length);
    for (const { known, fields, barcodes, openingMilli } of products) {
      const productId = known?.id ?? nextId++;
      const sku = fields.sku || this.#rules.makeUpSkuFor(productId, isSpokenFor);
      this.#sql.stageProduct.run({
        ...fields,
        sku,
        productId,
        isNew: known ? 0 : 1,
        version: known?.version ?? 1,
        openingMilli,
        needsReindex: known?.needsReindex ? 1 : 0,
        before: known && JSON.stringify(known.before),
        after: known && JSON.stringify(known.after),
      });
      for (const { code, kind } of barcodes) this.#sql.stageBarcode.run(productId, code, kind);
      const codes = barcodes.map(({ code }) => code).join('\n');
      if (!known) this.#documents.write(productId, { ...fields, sku, codes });
    }
  }

  /** Stages a category to create; returns the id it will have. */
  stageCategory(category: Omit<StagedCategory, 'id'>): number {
    const id = this.#reserve('category', 1);
    this.#sql.stageCategory.run({ ...category, id });
    return id;
  }

  /** Stages a supplier to create or, given its id, to restore. */
  stageSupplier(name: string, knownId: number | null): number {
    const id = knownId ?? this.#reserve('party', 1);
    this.#sql.stageSupplier.run(id, name);
    return id;
  }

  /**
   * Adds everything that is staged to the catalogue.
   * @returns the opening stock still to be entered
   * @throws StagingStale when, since staging, a SKU, barcode or category name was taken, a category was deleted, or a
   * product changed.
   */
  takeIn(ctx: Ctx): StagedOpening[] {
    const by = { now: ctx.now, accountId: ctx.account.id };
    try {
      this.#parts.categories.addStaged(ctx, this.#sql.stagedCategories.all());
      this.#parts.suppliers.addStaged(this.#sql.stagedSuppliers.all(), ctx.now);
      this.#sql.addProducts.run(by);
      const { changes } = this.#sql.changeProducts.run(by);
      if (changes !== this.#sql.countChanged.get()) throw new StagingStale();
      this.#sql.addBarcodes.run();
    } catch (error) {
      if (hasSqliteCode(error, (code) => code.startsWith('SQLITE_CONSTRAINT'))) {
        throw new StagingStale(undefined, { cause: error });
      }
      throw error;
    }
    for (const { productId, name, needsReindex, before, after } of this.#sql.changed.all()) {
      this.#parts.changed.touch(productId);
      if (needsReindex) this.#documents.refresh(productId);
      this.#parts.audit.record(ctx, {
        entity: 'product',
        entityId: productId,
        label: name,
        before: JSON.parse(before ?? '{}') as object,
        after: JSON.parse(after ?? '{}') as object,
      });
    }
    this.#parts.changes.publish('catalogue');
    return this.#sql.openings.all();
  }

  /**
   * Removes some of the staged products that were not added, with their search documents.
   * @returns whether there may be more
   */
  forgetSome(): boolean {
    const ids = this.#sql.notCome.all(FORGOTTEN_AT_ONCE);
    for (const id of ids) {
      this.#documents.remove(id);
      this.#sql.forgetProduct.run(id);
    }
    return ids.length > 0;
  }

  /** Clears the staging tables, once {@link forgetSome} has removed all products that were not added. */
  forgetRest(): void {
    this.#sql.forgetProducts.run();
    this.#sql.forgetBarcodes.run();
    this.#sql.forgetCategories.run();
    this.#sql.forgetSuppliers.run();
  }

  /** The first of a number of reserved ids that nothing else will get; unused ones leave a gap. */
  #reserve(table: 'product' | 'category' | 'party', count: number): number {
    const { changes } = this.#sql.raiseSequence.run({ table, count });
    if (changes === 0) this.#sql.insertSequence.run({ table, count });
    return (this.#sql.sequence.get(table) ?? 0) - count + 1;
  }
}
