import type { AuditService } from '#main/features/audit/index';
import type { SettingsService } from '#main/features/settings/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Database } from '#main/platform/database/database';
import type { JobService } from '#main/platform/jobs/job.service';
import { UnitWatch } from '#main/platform/work/unit-watch';
import { BarcodeService } from './barcode.service';
import { CategoryService } from './category.service';
import { ImageService } from './image.service';
import { ProductService, type ProductStock } from './product.service';
import { ProductBulkService } from './product-bulk.service';
import { ProductExportService } from './product-export.service';
import { ProductIntake } from './product-intake.service';
import { ProductListService } from './product-list.service';
import { SupplierService } from './supplier.service';

interface Needs {
  database: Database;
  settings: SettingsService;
  stock: ProductStock;
  audit: AuditService;
  changes: ChangeFeed;
  jobs: JobService;
}

/** The services of the catalogue, put together. */
export function createCatalogue({ database, settings, stock, audit, changes, jobs }: Needs) {
  const barcodes = new BarcodeService(database, settings);
  const images = new ImageService(database);
  const suppliers = new SupplierService(database);
  const changed = new UnitWatch(database.writes);
  const categories = new CategoryService({ database, audit, changes });
  return {
    images,
    suppliers,
    products: new ProductService({ database, barcodes, images, suppliers, stock, audit, changes, changed }),
    productLists: new ProductListService(database, settings),
    productExports: new ProductExportService(database, settings, jobs),
    productBulk: new ProductBulkService({ database, audit, changes, changed }),
    categories,
    intake: new ProductIntake({ database, categories, audit, changes, changed }),
  };
}

export type CatalogueServices = ReturnType<typeof createCatalogue>;
