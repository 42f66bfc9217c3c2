import type { SupplierService } from '#main/features/parties/index';
import type { SettingsService } from '#main/features/settings/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Database } from '#main/platform/database/database';
import type { JobService } from '#main/platform/jobs/job.service';
import type { StoreLog } from '#main/platform/log/store-log';
import type { Reading } from '#main/platform/reading/reading';
import type { InUnit } from '#main/platform/work/connections';
import { UnitWatch } from '#main/platform/work/unit-watch';
import { BarcodeService } from './barcode.service';
import { CategoryEntity } from './category.entity';
import { CategoryService } from './category.service';
import { CategoryListService } from './category-list.service';
import { ImageEntity } from './image.entity';
import { ImageService } from './image.service';
import { ImageViewService } from './image-view.service';
import { ProductEntity } from './product.entity';
import { ProductService, type ProductStock } from './product.service';
import { ProductBarcodeEntity } from './product-barcode.entity';
import { ProductBulkService } from './product-bulk.service';
import { ProductExportService } from './product-export.service';
import { ProductIntake } from './product-intake';
import { ProductListService } from './product-list.service';
import { ProductLookup } from './product-lookup';
import type { CatalogueReadings } from './readings';
import { SupplierListService } from './supplier-list.service';

interface Needs {
  database: Database;
  settings: SettingsService;
  suppliers: InUnit<SupplierService>;
  stock: InUnit<ProductStock>;
  audit: InUnit<StoreLog>;
  changes: ChangeFeed;
  jobs: JobService;
  reading: Reading<CatalogueReadings>;
}

/** Creates the services of the catalogue. */
export function createCatalogue({ database, settings, suppliers, stock, audit, ...needs }: Needs) {
  const { changes, jobs, reading } = needs;
  const productsChanged = new UnitWatch(database.writes);
  const categories = database.inUnits(
    (tx) =>
      new CategoryService(tx, {
        repository: database.repository(tx, CategoryEntity),
        audit: audit.in(tx),
      }),
  );
  const products = database.inUnits(
    (tx) =>
      new ProductService(tx, {
        repository: database.repository(tx, ProductEntity),
        lookup: new ProductLookup(tx),
        barcodes: new BarcodeService(tx, {
          repository: database.repository(tx, ProductBarcodeEntity),
          settings,
        }),
        images: new ImageService(tx, database.repository(tx, ImageEntity)),
        suppliers: suppliers.in(tx),
        stock: stock.in(tx),
        audit: audit.in(tx),
        changed: productsChanged,
      }),
  );
  return {
    /** The products that a unit of work changed, created or deleted. */
    productsChanged,
    products,
    productLists: database.onReader((reader) => new ProductListService(reader, settings)),
    productExports: new ProductExportService(settings, jobs, reading),
    productBulk: database.inUnits(
      (tx) => new ProductBulkService(tx, { audit: audit.in(tx), changed: productsChanged }),
    ),
    imageViews: database.onReader((reader) => new ImageViewService(reader)),
    categories,
    categoryLists: database.onReader((reader) => new CategoryListService(reader)),
    supplierLists: database.onReader((reader) => new SupplierListService(reader)),
    intake: database.inUnits(
      (tx) =>
        new ProductIntake(tx, {
          categories: categories.in(tx),
          suppliers: suppliers.in(tx),
          audit: audit.in(tx),
          changes,
          changed: productsChanged,
        }),
    ),
  };
}

export type CatalogueServices = ReturnType<typeof createCatalogue>;
