import type {
  KnownProduct,
  KnownProducts,
  ProductFields,
  StagedProduct,
} from '#main/features/catalogue/index';
import { type Ctx, may } from '#main/platform/ctx';
import type {
  ChangedFields,
  ImportChoices,
  ImportProblem,
  PreviewRow,
  RowOutcome,
} from '#shared/contract/imports';
import type { Settings } from '#shared/contract/settings';
import { MAX_MINOR } from '#shared/kernel/money';
import { isWholeEnough, MILLI_PER_UNIT } from '#shared/kernel/quantity';
import { parseScaleLabel } from '#shared/kernel/scale-label';
import { type CategoryPlan, caseless, type SupplierPlan } from './name-plan';
import { problem, type ReadBarcode, type ReadRow, type RowProduct } from './row-reader';

/** The outcome of a row; `staged` is set for a row that creates or changes a product. */
export interface CheckedRow {
  outcome: RowOutcome;
  known: KnownProduct | null;
  staged: StagedProduct | null;
  /** What changes of the known product, as the store log keeps it. */
  changes: PreviewRow['changes'];
  problems: ImportProblem[];
  /** For a new product with the name of another one: the earlier line that has it, null for one in the store. */
  sameName: { line: number | null } | null;
}

interface Needs {
  ctx: Ctx;
  choices: ImportChoices;
  settings: Pick<Settings, 'scaleLayouts' | 'defaultThresholdMilli'>;
  known: KnownProducts;
  categories: CategoryPlan;
  suppliers: SupplierPlan;
  /** Whether the chosen location already has stock of a product, and the location's name. */
  hasStock: (productId: number) => boolean;
  locationName: string;
}

/** The names of a product's fields in the store log. */
const AUDITED = [
  'name',
  'description',
  'sku',
  'priceMinor',
  'costMinor',
  'unit',
  'taxRateMilliPercent',
  'discountMilliPercent',
  'status',
  'thresholdMilli',
  'reorderMilli',
] as const satisfies (keyof ProductFields)[];

const NO_CHANGES: CheckedRow['changes'] = { before: {}, after: {} };

/** Fields that the search index covers. */
const FINDING = ['name', 'description', 'sku'] as const satisfies (keyof ProductFields)[];

/** Decides row by row what an import does, compared with the catalogue and the earlier rows. */
export class RowCheck {
  readonly #needs: Needs;
  /** The line of the file that has a SKU, a code, a product or the name of a new product. */
  readonly #lines = new Map<string, number>();

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /** Whether an earlier row has this SKU. */
  hasSku(sku: string): boolean {
    return this.#lines.has(skuKey(sku));
  }

  /** The outcome of a row, with all its problems; later rows are compared with it unless it is refused. */
  check({ row, product, problems }: ReadRow): CheckedRow {
    if (!product) return refused(problems, null);
    const match = this.#match(product);
    if ('reason' in match) return refused(all(problems, [match]), null);
    const { known } = match;
    const barcodes = this.#entered(product, known);
    const twice = this.#twice(product, barcodes, known);
    const found = all(problems, [
      ...(twice ? [twice] : []),
      ...(known ? this.#knownProblems(product, known) : this.#newProblems(product)),
    ]);
    if (found.length > 0) return refused(found, known);
    const checked = known ? this.#known(product, barcodes, known) : this.#new(product, barcodes);
    this.#note(row.line, product, barcodes, known);
    if (!known) this.#noteName(row.line, product);
    return checked;
  }

  /** The product that a row means, by SKU first; refused when the codes of the row belong to several products. */
  #match({ sku, barcodes }: RowProduct): { known: KnownProduct | null } | ImportProblem {
    const { known: catalogue } = this.#needs;
    let id = sku === undefined ? undefined : catalogue.idBySku(sku);
    for (const { code } of barcodes) {
      const place = catalogue.locationWithCode(code);
      if (place) return problem('CODE_OF_ANOTHER', { field: 'barcode', value: code, name: place });
      const owner = catalogue.idByCode(code);
      if (owner === undefined) continue;
      if (id !== undefined && owner !== id) {
        return problem('CODE_OF_ANOTHER', {
          field: 'barcode',
          value: code,
          name: catalogue.byId(owner).name,
        });
      }
      id = owner;
    }
    return { known: id === undefined ? null : catalogue.byId(id) };
  }

  /** For a weighed product, the label of one portion is stored as the code of every portion. */
  #entered({ barcodes, unit }: RowProduct, known: KnownProduct | null): ReadBarcode[] {
    const soldBy = unit ?? known?.unit ?? this.#needs.choices.unit;
    if (soldBy !== 'kg' && soldBy !== 'g') return barcodes;
    return barcodes.map(({ code, kind }) => ({
      code: parseScaleLabel(code, this.#needs.settings.scaleLayouts)?.lookupCode ?? code,
      kind,
    }));
  }

  #twice({ sku }: RowProduct, barcodes: readonly ReadBarcode[], known: KnownProduct | null) {
    const skuLine = sku === undefined ? undefined : this.#lines.get(skuKey(sku));
    if (skuLine !== undefined)
      return problem('TWICE_IN_FILE', { field: 'sku', value: sku ?? '', line: skuLine });
    for (const { code } of barcodes) {
      const line = this.#lines.get(codeKey(code));
      if (line !== undefined) return problem('TWICE_IN_FILE', { field: 'barcode', value: code, line });
    }
    const line = known ? this.#lines.get(productKey(known)) : undefined;
    return line === undefined ? null : problem('TWICE_IN_FILE', { value: known?.name ?? '', line });
  }

  #note(
    line: number,
    { sku }: RowProduct,
    barcodes: readonly ReadBarcode[],
    known: KnownProduct | null,
  ): void {
    if (sku !== undefined) this.#lines.set(skuKey(sku), line);
    for (const { code } of barcodes) this.#lines.set(codeKey(code), line);
    if (known) this.#lines.set(productKey(known), line);
  }

  /** Keeps the first line with the name of a new product. */
  #noteName(line: number, { name = '' }: RowProduct): void {
    const key = nameKey(name);
    if (!this.#lines.has(key)) this.#lines.set(key, line);
  }

  #sameName({ name = '' }: RowProduct): CheckedRow['sameName'] {
    const line = this.#lines.get(nameKey(name));
    if (line !== undefined) return { line };
    return this.#needs.known.hasActiveName(name) ? { line: null } : null;
  }

  #newProblems(given: RowProduct): ImportProblem[] {
    const problems: ImportProblem[] = [];
    if (given.name === undefined) problems.push(problem('NAME_MISSING', { field: 'name' }));
    const needsPrice = may(this.#needs.ctx, 'editPrices') && this.#needs.choices.missingPrice === 'refuse';
    if (needsPrice && given.priceMinor === undefined) {
      problems.push(problem('PRICE_MISSING', { field: 'price' }));
    }
    return [
      ...problems,
      ...quantityProblems(this.#ownFields(given), given.openingMilli ?? 0),
      ...this.#categoryProblems(given),
    ];
  }

  #new(given: RowProduct, barcodes: readonly ReadBarcode[]): CheckedRow {
    const { choices, ctx } = this.#needs;
    const isPriced = may(ctx, 'editPrices') && given.priceMinor !== undefined;
    const status = given.status ?? 'active';
    const fields: ProductFields = {
      ...this.#ownFields(given),
      name: given.name ?? '',
      description: given.description ?? '',
      sku: given.sku ?? '',
      categoryId: choices.categoryId,
      supplierId: null,
      status: !isPriced && status === 'active' ? 'inactive' : status,
      ...this.#placesOf(given),
    };
    const staged = { known: null, fields, barcodes, openingMilli: given.openingMilli ?? 0 };
    const sameName = this.#sameName(given);
    return { outcome: 'new', known: null, staged, changes: NO_CHANGES, problems: [], sameName };
  }

  #ownFields(given: RowProduct) {
    const { choices, settings } = this.#needs;
    const unit = given.unit ?? choices.unit;
    const usualMilli = settings.defaultThresholdMilli;
    const thresholdMilli = usualMilli !== null && isWholeEnough(usualMilli, unit) ? usualMilli : null;
    return {
      priceMinor: given.priceMinor ?? 0,
      costMinor: given.costMinor ?? 0,
      unit,
      taxRateMilliPercent: given.taxRateMilliPercent ?? choices.taxRateMilliPercent,
      discountMilliPercent: given.discountMilliPercent ?? 0,
      thresholdMilli: given.thresholdMilli ?? thresholdMilli,
      reorderMilli: given.reorderMilli ?? null,
    };
  }

  #known(given: RowProduct, barcodes: readonly ReadBarcode[], known: KnownProduct): CheckedRow {
    if (this.#needs.choices.knownProducts === 'skip') {
      return { outcome: 'skipped', known, staged: null, changes: NO_CHANGES, problems: [], sameName: null };
    }
    const openingMilli = given.openingMilli ?? 0;
    const fields = { ...this.#changedFields(given, known), ...this.#placesOf(given) };
    const present = this.#needs.known.codesOf(known.id);
    const added = barcodes.filter(({ code }) => !present.includes(code));
    const { needsReindex, ...changes } = differenceOf({ known, fields, given, present, added });
    const staged = {
      known: { ...known, ...changes, needsReindex },
      fields,
      barcodes: added,
      openingMilli,
    };
    const isChanged = Object.keys(changes.after).length > 0 || openingMilli > 0;
    return isChanged
      ? { outcome: 'update', known, staged, changes, problems: [], sameName: null }
      : { outcome: 'unchanged', known, staged: null, changes, problems: [], sameName: null };
  }

  #changedFields(given: RowProduct, known: KnownProduct): ProductFields {
    return {
      name: given.name ?? known.name,
      description: given.description ?? known.description,
      sku: given.sku ?? known.sku,
      categoryId: known.categoryId,
      supplierId: known.supplierId,
      priceMinor: given.priceMinor ?? known.priceMinor,
      costMinor: given.costMinor ?? known.costMinor,
      unit: given.unit ?? known.unit,
      taxRateMilliPercent: given.taxRateMilliPercent ?? known.taxRateMilliPercent,
      discountMilliPercent: given.discountMilliPercent ?? known.discountMilliPercent,
      status: given.status ?? known.status,
      thresholdMilli: given.thresholdMilli ?? known.thresholdMilli,
      reorderMilli: given.reorderMilli ?? known.reorderMilli,
    };
  }

  #knownProblems(given: RowProduct, known: KnownProduct): ImportProblem[] {
    const { ctx, choices, known: catalogue, hasStock, locationName } = this.#needs;
    if (choices.knownProducts === 'skip') return [];
    const problems: ImportProblem[] = [];
    const changed = this.#changedFields(given, known);
    const openingMilli = given.openingMilli ?? 0;
    const goesOnSale = changed.status === 'active' && known.status !== 'active';
    if (goesOnSale && changed.priceMinor === 0 && !may(ctx, 'editPrices')) {
      problems.push(problem('NOT_PERMITTED', { field: 'status', value: changed.status }));
    }
    if (changed.unit !== known.unit && !catalogue.fitsUnit(known.id, changed.unit)) {
      problems.push(problem('TOO_FINE', { field: 'unit', value: changed.unit }));
    }
    if (openingMilli > 0 && hasStock(known.id)) {
      problems.push(problem('STOCK_EXISTS', { field: 'stock', name: locationName }));
    }
    return [...problems, ...quantityProblems(changed, openingMilli), ...this.#categoryProblems(given)];
  }

  #categoryProblems({ category }: RowProduct): ImportProblem[] {
    if (category === undefined || this.#needs.categories.find(category) !== 'several') return [];
    return [problem('CATEGORY_AMBIGUOUS', { field: 'category', value: category.join(' / ') })];
  }

  /** The category and supplier that a valid row names; planned where they are new. */
  #placesOf({ category, supplier }: RowProduct): Partial<ProductFields> {
    const { categories, suppliers, choices } = this.#needs;
    const places: Partial<ProductFields> = {};
    if (category !== undefined) {
      const found = categories.find(category);
      const isMade = found === null && choices.newCategories === 'make';
      const id = isMade ? categories.make(category) : found;
      if (typeof id === 'number') places.categoryId = id;
    }
    if (supplier !== undefined) places.supplierId = suppliers.idOf(supplier);
    return places;
  }
}

/** What is wrong with a row, with at most the first problem of each field: a wrong value is not also missing. */
function all(read: readonly ImportProblem[], found: readonly ImportProblem[]): ImportProblem[] {
  const told = new Set(read.map(({ field }) => field));
  return [...read, ...found.filter(({ field }) => field === null || !told.has(field))];
}

/** Refuses quantities that the unit does not allow, and stock whose value exceeds the largest amount. */
function quantityProblems(
  fields: Pick<ProductFields, 'unit' | 'costMinor' | 'thresholdMilli' | 'reorderMilli'>,
  openingMilli: number,
): ImportProblem[] {
  const { unit, costMinor } = fields;
  const quantities = [
    ['threshold', fields.thresholdMilli],
    ['reorder', fields.reorderMilli],
    ['stock', openingMilli],
  ] as const;
  const problems = quantities
    .filter(([, milli]) => !isWholeEnough(milli ?? 0, unit))
    .map(([field, milli]) => problem('TOO_FINE', { field, value: String((milli ?? 0) / MILLI_PER_UNIT) }));
  const isTooMuch = (openingMilli / MILLI_PER_UNIT) * costMinor > MAX_MINOR;
  return isTooMuch ? [...problems, problem('WORTH_TOO_MUCH', { field: 'stock' })] : problems;
}

/** A product with the changes of a row. */
interface Change {
  known: KnownProduct;
  fields: ProductFields;
  given: RowProduct;
  present: readonly string[];
  added: readonly ReadBarcode[];
}

/** The fields of a change that the store log keeps. */
function differenceOf({ known, fields, given, present, added }: Change) {
  const before: ChangedFields = {};
  const after: ChangedFields = {};
  const note = <Name extends keyof ChangedFields>(
    name: Name,
    was: ChangedFields[Name],
    is: ChangedFields[Name],
  ): void => {
    before[name] = was;
    after[name] = is;
  };
  for (const name of AUDITED) if (fields[name] !== known[name]) note(name, known[name], fields[name]);
  if (fields.categoryId !== known.categoryId) {
    note('category', known.category, given.category?.join(' / ') ?? '');
  }
  if (fields.supplierId !== known.supplierId) note('preferredSupplier', known.supplier, given.supplier);
  if (added.length > 0) {
    const all = (codes: readonly string[]) => codes.map((code) => ({ code }));
    note('barcodes', all(present), all([...present, ...added.map(({ code }) => code)]));
  }
  const needsReindex = added.length > 0 || FINDING.some((name) => fields[name] !== known[name]);
  return { before, after, needsReindex };
}

function refused(problems: ImportProblem[], known: KnownProduct | null): CheckedRow {
  return { outcome: 'refused', known, staged: null, changes: NO_CHANGES, problems, sameName: null };
}

const skuKey = (sku: string): string => `sku ${caseless(sku)}`;
const nameKey = (name: string): string => `name ${caseless(name)}`;
const codeKey = (code: string): string => `code ${code}`;
const productKey = ({ id }: KnownProduct): string => `product ${id}`;
