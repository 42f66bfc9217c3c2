import type { JobService } from '#main/platform/jobs/job.service';
import type { Procedures } from '#main/platform/rpc/procedures';
import type { CatalogueServices } from './catalogue-services';

/** The calls of the catalogue. */
export function catalogueProcedures(
  { catalogue }: Procedures,
  services: CatalogueServices & { jobs: JobService },
) {
  const { products, productLists, productExports, productBulk, jobs } = services;
  const { imageViews, categories, categoryLists, supplierLists } = services;
  return catalogue.router({
    listProducts: catalogue.listProducts.handler(({ context: { ctx, reader }, input }) =>
      productLists.on(reader).list(ctx, input),
    ),
    exportProducts: catalogue.exportProducts.handler(({ context: { ctx }, input }) =>
      jobs.saved(productExports.start(ctx, input)),
    ),
    findProducts: catalogue.findProducts.handler(({ context: { ctx, reader }, input }) =>
      productLists.on(reader).find(ctx, input),
    ),
    product: catalogue.product.handler(({ context: { ctx, reader }, input }) =>
      productLists.on(reader).one(ctx, input.id),
    ),
    image: catalogue.image.handler(({ context: { ctx, reader }, input }) =>
      imageViews.on(reader).picture(ctx, input.hash),
    ),
    createProduct: catalogue.createProduct.handler(({ context: { ctx, tx }, input }) =>
      products.in(tx).create(ctx, input),
    ),
    changeProduct: catalogue.changeProduct.handler(({ context: { ctx, tx }, input }) =>
      products.in(tx).change(ctx, input),
    ),
    deleteProduct: catalogue.deleteProduct.handler(async ({ context: { ctx, tx }, input }) => {
      await products.in(tx).remove(ctx, input.id);
      return {};
    }),
    changeProducts: catalogue.changeProducts.handler(({ context: { ctx, tx }, input }) =>
      productBulk.in(tx).change(ctx, input.ids, input.change),
    ),
    listCategories: catalogue.listCategories.handler(({ context: { ctx, reader } }) =>
      categoryLists.on(reader).list(ctx),
    ),
    createCategory: catalogue.createCategory.handler(({ context: { ctx, tx }, input }) =>
      categories.in(tx).create(ctx, input),
    ),
    changeCategory: catalogue.changeCategory.handler(({ context: { ctx, tx }, input }) =>
      categories.in(tx).change(ctx, input),
    ),
    deleteCategory: catalogue.deleteCategory.handler(async ({ context: { ctx, tx }, input }) => {
      await categories.in(tx).remove(ctx, input.id);
      return {};
    }),
    supplierNames: catalogue.supplierNames.handler(({ context: { reader } }) =>
      supplierLists.on(reader).names(),
    ),
  });
}
