import { z } from 'zod';
import { FULL_MILLI_PERCENT } from '#shared/kernel/rate';
import { call } from './base';
import {
  amountMinor,
  bytesOf,
  codeText,
  day,
  id,
  instant,
  levelMilli,
  listOf,
  optionalLine,
  optionalText,
  page,
  person,
  quantityMilli,
  rateMilliPercent,
  unitOfMeasure,
  version,
  words,
} from './common';
import { job } from './jobs';
import { refuses } from './refusals';

/** The most by which prices can be raised at once: 1,000 %. */
export const MOST_RAISE_MILLI_PERCENT = 1_000_000;

export const productStatus = z.enum(['active', 'inactive', 'archived']);
const barcodeKind = z.enum(['ean13', 'ean8', 'upca', 'upce', 'itf14', 'code128', 'code39', 'own']);

/** A barcode as it is typed or scanned; its kind is detected when it is left out. */
const barcodeInput = z.object({
  code: codeText(64),
  kind: barcodeKind.optional(),
  /** How much of the product one scan counts as: 6000 for a pack of six. */
  quantityMilli: quantityMilli.default(1000),
});

const productFields = {
  name: words(200),
  description: optionalText(4000).default(''),
  /** Generated when left blank. */
  sku: optionalLine(64).default(''),
  barcodes: z.array(barcodeInput).max(50).default([]),
  categoryId: id.nullable().default(null),
  preferredSupplier: optionalLine(200).default(''),
  priceMinor: amountMinor,
  costMinor: amountMinor.default(0),
  unit: unitOfMeasure.default('piece'),
  taxRateMilliPercent: rateMilliPercent,
  discountMilliPercent: rateMilliPercent.default(0),
  status: productStatus.default('active'),
  thresholdMilli: levelMilli.nullable().default(null),
  reorderMilli: levelMilli.nullable().default(null),
};

const imageTypes = ['image/webp', 'image/png', 'image/jpeg'] as const;

/** A picture of at most 500 kB, already scaled by the window. */
const imageInput = z
  .file()
  .max(500_000)
  .mime([...imageTypes])
  .transform(async (file) => ({
    mediaType: (file as unknown as { type: (typeof imageTypes)[number] }).type,
    bytes: await bytesOf(file),
  }));

export const newProduct = z.object({
  ...productFields,
  image: imageInput.nullable().default(null),
  /** Set once the person has confirmed that the product is created although another one has this name. */
  sameNameIsMeant: z.boolean().default(false),
});

/** The changes to a product; fields that are left out stay as they are. */
export const productChange = z.object({
  id,
  version,
  name: productFields.name.optional(),
  description: optionalText(4000).optional(),
  sku: words(64).optional(),
  barcodes: z.array(barcodeInput).max(50).optional(),
  categoryId: id.nullable().optional(),
  preferredSupplier: optionalLine(200).optional(),
  priceMinor: amountMinor.optional(),
  costMinor: amountMinor.optional(),
  unit: unitOfMeasure.optional(),
  taxRateMilliPercent: rateMilliPercent.optional(),
  discountMilliPercent: rateMilliPercent.optional(),
  status: productStatus.optional(),
  thresholdMilli: levelMilli.nullable().optional(),
  reorderMilli: levelMilli.nullable().optional(),
  /** null removes the picture; left out, it stays. */
  image: imageInput.nullable().optional(),
  sameNameIsMeant: z.boolean().default(false),
});

const barcode = z.object({ id, code: z.string(), kind: barcodeKind, quantityMilli: z.int() });

/** A product in a list or on a tile. Cost and quantities are null for people who may not see them. */
export const productRow = z.object({
  id,
  name: z.string(),
  sku: z.string(),
  barcode: z.string().nullable(),
  categoryId: id.nullable(),
  categoryName: z.string().nullable(),
  imageHash: z.string().nullable(),
  priceMinor: z.int(),
  costMinor: z.int().nullable(),
  unit: unitOfMeasure,
  taxRateMilliPercent: z.int(),
  discountMilliPercent: z.int(),
  status: productStatus,
  thresholdMilli: z.int().nullable(),
  onHandMilli: z.int().nullable(),
  availableMilli: z.int().nullable(),
  /** What is available at the selling location of this till; the other two quantities count all locations together. */
  toSellMilli: z.int().nullable(),
  createdAt: instant,
  createdByName: z.string(),
  version,
});
export type ProductRow = z.infer<typeof productRow>;

/** All fields of a product, as its page shows them. */
const product = productRow.extend({
  description: z.string(),
  barcodes: z.array(barcode),
  /** From the root to the product's own category. */
  categoryPath: z.array(z.object({ id, name: z.string() })),
  preferredSupplier: z.string(),
  reorderMilli: z.int().nullable(),
  createdBy: person,
  changedAt: instant,
  changedBy: person,
  /** Whether it can still be deleted: it never moved and was never sold. */
  deletable: z.boolean(),
});
export type Product = z.infer<typeof product>;

/** A category with its position in the tree; the tree is returned as one list, parents before children. */
const category = z.object({
  id,
  parentId: id.nullable(),
  code: z.string(),
  name: z.string(),
  description: z.string(),
  status: z.enum(['active', 'inactive']),
  depth: z.int(),
  /** The number of products directly in this category, and that number with all categories below it. */
  products: z.int(),
  productsBelow: z.int(),
  subcategories: z.int(),
  createdAt: instant,
  createdBy: person,
  changedAt: instant,
  changedBy: person,
  version,
});
export type Category = z.infer<typeof category>;

const categoryFields = {
  parentId: id.nullable().default(null),
  /** The unique identifier; generated from the name when left blank. */
  code: optionalLine(40).default(''),
  name: words(100),
  description: optionalText(2000).default(''),
  status: z.enum(['active', 'inactive']).default('active'),
};

const barcodeRefusals = refuses(
  'BARCODE_TAKEN',
  'BARCODE_OF_LOCATION',
  'BARCODE_CHECK_DIGIT',
  'BARCODE_FORMAT',
);
const productRefusals = refuses(
  'SKU_TAKEN',
  'NAME_KNOWN',
  'IMAGE_UNREADABLE',
  'IMAGE_TOO_LARGE',
  'QUANTITY_TOO_FINE',
);

/** The filter and the order of a list of products. */
const productFilter = {
  search: optionalLine(200).default(''),
  /** Includes all categories below it. */
  categoryId: id.optional(),
  statuses: z.array(productStatus).max(3).default([]),
  createdById: id.optional(),
  createdFrom: day.optional(),
  /** Without an order by name, except that a list of a search returns the best match first. */
  sort: z
    .array(
      z.object({
        by: z.enum(['name', 'price', 'cost', 'createdAt']),
        descending: z.boolean().default(false),
      }),
    )
    .max(4)
    .default([]),
};

export const catalogue = {
  /** The products of a list: filtered, searched, sorted by several columns, a page at a time. */
  listProducts: call.input(z.object({ ...productFilter, ...page })).output(listOf(productRow)),

  /** Starts writing all products of such a list as CSV in the background; returns the job. */
  exportProducts: call.input(z.object(productFilter)).errors(refuses('JOB_RUNNING')).output(job),

  /** The results of the till's search box while typing: active products only, the best match first. */
  findProducts: call
    .input(
      z.object({
        text: optionalLine(200).default(''),
        categoryId: id.optional(),
        ...page,
      }),
    )
    .output(listOf(productRow)),

  /** A product with its barcodes, whatever its status. Cost and quantities are null for people who may not see them. */
  product: call.input(z.object({ id })).output(product),

  /** A picture by its hash, which never changes what it shows. */
  image: call.input(z.object({ hash: z.string().length(64) })).output(z.file()),

  /**
   * Creates a product; the SKU is generated when left blank. Created by a person who may not edit prices, it has no
   * price and stays inactive until it gets one. NAME_KNOWN: another product has this name, which can be confirmed.
   */
  createProduct: call
    .input(newProduct)
    .errors({ ...barcodeRefusals, ...productRefusals })
    .output(product),

  /** Changes a product, unless it was changed since `version`. Status 'archived' takes it out of use. */
  changeProduct: call
    .input(productChange)
    .errors({ ...barcodeRefusals, ...productRefusals, ...refuses('CHANGED_MEANWHILE') })
    .output(product),

  /** Deletes a product that never moved. Any other is refused and can only be archived. */
  deleteProduct: call.input(z.object({ id })).errors(refuses('PRODUCT_MOVED')).output(z.object({})),

  /**
   * Changes up to 1,000 products at once, all or none. A `raiseMilliPercent` of 10_000 raises prices by 10 %; a
   * negative one lowers them.
   */
  changeProducts: call
    .input(
      z.object({
        ids: z.array(id).min(1).max(1000),
        change: z.discriminatedUnion('what', [
          z.object({ what: z.literal('category'), categoryId: id.nullable() }),
          z.object({ what: z.literal('status'), status: productStatus }),
          z.object({ what: z.literal('taxRate'), taxRateMilliPercent: rateMilliPercent }),
          z.object({
            what: z.literal('pricePercent'),
            raiseMilliPercent: z.int().min(-FULL_MILLI_PERCENT).max(MOST_RAISE_MILLI_PERCENT),
          }),
        ]),
      }),
    )
    .output(z.object({ changed: z.int() })),

  /** The whole tree, parents before children, siblings by name. */
  listCategories: call.output(z.array(category)),

  /** Creates a category below `parentId`, or at the top (null). Its name must be free among its siblings. */
  createCategory: call
    .input(z.object(categoryFields))
    .errors(refuses('CATEGORY_CODE_TAKEN', 'CATEGORY_NAME_TAKEN'))
    .output(category),

  /** Renames, moves, activates or deactivates a category, unless it was changed since `version`. */
  changeCategory: call
    .input(
      z.object({
        id,
        version,
        parentId: id.nullable().optional(),
        code: words(40).optional(),
        name: words(100).optional(),
        description: optionalText(2000).optional(),
        status: z.enum(['active', 'inactive']).optional(),
      }),
    )
    .errors(refuses('CATEGORY_CODE_TAKEN', 'CATEGORY_NAME_TAKEN', 'CATEGORY_LOOP', 'CHANGED_MEANWHILE'))
    .output(category),

  /** Deletes an empty category; refused while products or subcategories remain. */
  deleteCategory: call.input(z.object({ id })).errors(refuses('CATEGORY_IN_USE')).output(z.object({})),

  /** The names of the products' preferred suppliers, for autocompletion. */
  supplierNames: call.output(z.array(z.string())),
};
