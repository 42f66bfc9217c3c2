import { CategoryEntity } from './category.entity';
import { ImageEntity } from './image.entity';
import { ProductEntity } from './product.entity';
import { ProductBarcodeEntity } from './product-barcode.entity';

/** The tables of `catalogue`. */
export const catalogueEntities = [CategoryEntity, ImageEntity, ProductEntity, ProductBarcodeEntity];
