import { ImportMappingEntity } from './import-mapping.entity';
import { ImportRefusalEntity } from './import-refusal.entity';
import { ProductImportEntity } from './product-import.entity';
import { StagedBarcodeEntity } from './staged-barcode.entity';
import { StagedCategoryEntity } from './staged-category.entity';
import { StagedProductEntity } from './staged-product.entity';
import { StagedSupplierEntity } from './staged-supplier.entity';

/** The tables of `imports`. */
export const importsEntities = [
  ProductImportEntity,
  ImportRefusalEntity,
  ImportMappingEntity,
  StagedProductEntity,
  StagedBarcodeEntity,
  StagedCategoryEntity,
  StagedSupplierEntity,
];
