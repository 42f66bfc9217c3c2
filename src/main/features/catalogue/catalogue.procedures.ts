import type { Procedures } from '#main/platform/rpc/procedures';
import type { CatalogueServices } from './catalogue-services';

/** The calls of the catalogue. */
export function catalogueProcedures({ catalogue }: Procedures, services: CatalogueServices) {
  const { products, productLists, productExports, productBulk, categories, images, suppliers } = services;
  return catalogue.router({
    listProducts: catalogue.listProducts.handler(({ context: { ctx }, input }) =>
      productLists.list(ctx, input),
    ),
    exportProducts: catalogue.exportProducts.handler(({ context: { ctx }, input }) =>
      productExports.start(ctx, input),
    ),
    findProducts: catalogue.findProducts.handler(({ context: { ctx }, input }) =>
      productLists.find(ctx, input),
    ),
    product: catalogue.product.handler(({ context: { ctx }, input }) => products.one(ctx, input.id)),
    productByBarcode: catalogue.productByBarcode.handler(({ context: { ctx }, input }) =>
      productLists.byBarcode(ctx, input.code),
    ),
    image: catalogue.image.handler(({ context: { ctx }, input }) => ({
      dataUrl: images.dataUrl(ctx, input.hash),
    })),
    createProduct: catalogue.createProduct.handler(({ context: { ctx }, input }) =>
      products.create(ctx, input),
    ),
    changeProduct: catalogue.changeProduct.handler(({ context: { ctx }, input }) =>
      products.change(ctx, input),
    ),
    deleteProduct: catalogue.deleteProduct.handler(async ({ context: { ctx }, input }) => {
      await products.remove(ctx, input.id);
      return {};
    }),
    changeProducts: catalogue.changeProducts.handler(({ context: { ctx }, input }) =>
      productBulk.change(ctx, input.ids, input.change),
    ),
    listCategories: catalogue.listCategories.handler(({ context: { ctx } }) => categories.list(ctx)),
    createCategory: catalogue.createCategory.handler(({ context: { ctx }, input }) =>
      categories.create(ctx, input),
    ),
    changeCategory: catalogue.changeCategory.handler(({ context: { ctx }, input }) =>
      categories.change(ctx, input),
    ),
    deleteCategory: catalogue.deleteCategory.handler(async ({ context: { ctx }, input }) => {
      await categories.remove(ctx, input.id);
      return {};
    }),
    supplierNames: catalogue.supplierNames.handler(() => suppliers.names()),
  });
}
