import { CategoryEntity } from './category.entity';
import { ImageEntity } from './image.entity';
import { ProductEntity } from './product.entity';
import { ProductBarcodeEntity } from './product-barcode.entity';
import { SupplierEntity } from './supplier.entity';

/** The tables of `catalogue`. */
export const catalogueEntities = [
  CategoryEntity,
  SupplierEntity,
  ImageEntity,
  ProductEntity,
  ProductBarcodeEntity,
];
