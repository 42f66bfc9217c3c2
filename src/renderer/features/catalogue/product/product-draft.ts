import type { Product } from '#shared/contract/catalogue';
import type { Inputs } from '#shared/contract/index';
import type { StoreStatus } from '#shared/contract/stores';
import { type BarcodeDraft, checkBarcode, withScanned } from './barcode-check';

type NewProduct = Inputs['catalogue']['createProduct'];
type ProductChange = Inputs['catalogue']['changeProduct'];

/** The form values of a product; amounts and quantities are null while their field is empty. */
export interface ProductDraft {
  name: string;
  description: string;
  sku: string;
  barcodes: BarcodeDraft[];
  categoryId: number | null;
  preferredSupplier: string;
  priceMinor: number | null;
  costMinor: number | null;
  unit: Product['unit'];
  taxRateMilliPercent: number | null;
  discountMilliPercent: number | null;
  status: Product['status'];
  thresholdMilli: number | null;
  reorderMilli: number | null;
  /** Undefined keeps the picture; null removes it. */
  image: File | null | undefined;
}

/** A new product with the store's defaults, and with the scanned code if there is one. */
export function emptyDraft(
  store: Pick<StoreStatus, 'taxRatesMilliPercent' | 'defaultThresholdMilli'>,
  code?: string,
): ProductDraft {
  return {
    name: '',
    description: '',
    sku: '',
    barcodes: code ? withScanned([], code) : [],
    categoryId: null,
    preferredSupplier: '',
    priceMinor: null,
    costMinor: null,
    unit: 'piece',
    taxRateMilliPercent: store.taxRatesMilliPercent[0] ?? 0,
    discountMilliPercent: 0,
    status: 'active',
    thresholdMilli: store.defaultThresholdMilli,
    reorderMilli: null,
    image: undefined,
  };
}

/** The draft for editing a product. */
export function draftOf(product: Product): ProductDraft {
  return {
    name: product.name,
    description: product.description,
    sku: product.sku,
    barcodes: product.barcodes.map(({ id, code, kind, quantityMilli }) => ({
      key: id,
      code,
      kind,
      quantityMilli,
      stored: true,
    })),
    categoryId: product.categoryId,
    preferredSupplier: product.preferredSupplier,
    priceMinor: product.priceMinor,
    // The store keeps an unknown cost as 0.
    costMinor: product.costMinor || null,
    unit: product.unit,
    taxRateMilliPercent: product.taxRateMilliPercent,
    discountMilliPercent: product.discountMilliPercent,
    status: product.status,
    thresholdMilli: product.thresholdMilli,
    reorderMilli: product.reorderMilli,
    image: undefined,
  };
}

/** The number fields of a product. */
export type NumberField = 'price' | 'cost' | 'taxRate' | 'discount' | 'threshold' | 'reorder';

/** The required fields of a draft. */
const NEEDED = ['name', 'price', 'taxRate'] as const;

export type NeededField = (typeof NEEDED)[number];

/**
 * The missing required fields; a price is required only of people who may set one.
 * @param unreadable the fields whose text cannot be read: they are wrong, not missing
 */
export function missingOf(
  draft: ProductDraft,
  mayPrice: boolean,
  unreadable: ReadonlySet<NumberField>,
): NeededField[] {
  const isThere = {
    name: draft.name.trim() !== '',
    price: draft.priceMinor !== null || !mayPrice || unreadable.has('price'),
    taxRate: draft.taxRateMilliPercent !== null || unreadable.has('taxRate'),
  };
  return NEEDED.filter((field) => !isThere[field]);
}

/** Whether every barcode is valid and has a quantity above 0. */
export function hasGoodBarcodes({ barcodes }: ProductDraft): boolean {
  return barcodes.every(
    (barcode) => checkBarcode(barcode).problem === null && (barcode.quantityMilli ?? 0) > 0,
  );
}

/** The draft as input for creating a product; empty amounts become 0. */
export function newProductOf(draft: ProductDraft): NewProduct {
  return {
    ...draft,
    barcodes: barcodesOf(draft),
    priceMinor: draft.priceMinor ?? 0,
    costMinor: draft.costMinor ?? 0,
    taxRateMilliPercent: draft.taxRateMilliPercent ?? 0,
    discountMilliPercent: draft.discountMilliPercent ?? 0,
    image: draft.image ?? null,
  };
}

/** Only the fields that differ from the opened product, so that no permission is needed for unchanged fields. */
export function changeOf(product: Product, draft: ProductDraft): ProductChange {
  const before = newProductOf(draftOf(product));
  const after = newProductOf(draft);
  const changed = Object.entries(after).filter(
    ([field, value]) =>
      field !== 'image' && JSON.stringify(value) !== JSON.stringify(before[field as keyof NewProduct]),
  );
  return {
    ...(Object.fromEntries(changed) as Partial<NewProduct>),
    ...(draft.image === undefined ? {} : { image: draft.image }),
    id: product.id,
    version: product.version,
  };
}

/** Whether there is unsaved input. */
export function differs(one: ProductDraft, other: ProductDraft): boolean {
  return JSON.stringify(one) !== JSON.stringify(other);
}

function barcodesOf({ barcodes }: ProductDraft) {
  return barcodes
    .filter(({ code }) => code.trim() !== '')
    .map(({ code, kind, quantityMilli }) => ({
      code: code.trim(),
      ...(kind === null ? {} : { kind }),
      quantityMilli: quantityMilli ?? 1000,
    }));
}
