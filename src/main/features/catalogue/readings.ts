import { appendFileSync } from 'node:fs';
import { type CsvCell, toCsv } from '#main/platform/files/csv';
import type { ReadingRun, ReadingTypes } from '#main/platform/reading/reading';
import type { Reader } from '#main/platform/work/connections';
import { minorDigits } from '#shared/kernel/currency';
import { toNumeral } from '#shared/kernel/decimal';
import { MILLI_DECIMALS } from '#shared/kernel/quantity';
import { RATE_DECIMALS } from '#shared/kernel/rate';
import { type ExportedRow, productExportQueries } from './product-export.queries';
import type { ProductFilter, ProductSort } from './product-list.queries';

interface ExportOrder {
  /** The path of the file that it writes. */
  place: string;
  filter: ProductFilter;
  sort: ProductSort;
  currency: string;
  /** Whether the person may see cost. */
  seesCost: boolean;
}

/** How many products are read and written at once; this takes some milliseconds. */
const CHUNK = 500;

interface ExportedProduct extends ExportedRow {
  /** The category's names from the root down. */
  categoryPath: string;
}

interface Column {
  /** A heading that the product import recognizes. */
  heading: string;
  cellOf: (row: ExportedProduct) => CsvCell;
  /** Only for people who may see cost. */
  isCost?: true;
}

/** The readings of the catalogue. */
export const catalogueReadings = {
  /**
   * Writes all products of a list as CSV, in its order.
   * @returns the number of products
   */
  'catalogue.export'(
    reader: Reader,
    { place, filter, sort, currency, seesCost }: ExportOrder,
    { signal, progress }: ReadingRun,
  ): number {
    const columns = columnsFor(currency).filter(({ isCost }) => !isCost || seesCost);
    appendFileSync(place, toCsv([columns.map(({ heading }) => heading)]));
    const queries = productExportQueries(reader);
    const pathOf = categoryPaths(queries.categories.all());
    let rows = 0;
    for (const ids of chunksOf(queries.walk(filter, sort), CHUNK)) {
      signal.throwIfAborted();
      const products = queries.rows(ids).map((row) => ({ ...row, categoryPath: pathOf(row.categoryId) }));
      appendFileSync(place, toCsv(products.map((product) => columns.map(({ cellOf }) => cellOf(product)))));
      rows += products.length;
      progress(rows);
    }
    return rows;
  },
};

export type CatalogueReadings = ReadingTypes<typeof catalogueReadings>;

function columnsFor(currency: string): Column[] {
  const money = (minor: number) => numberCell(minor, minorDigits(currency));
  const quantity = (milli: number | null) => (milli === null ? null : numberCell(milli, MILLI_DECIMALS));
  const rate = (milliPercent: number) => numberCell(milliPercent, RATE_DECIMALS);
  return [
    { heading: 'Name', cellOf: ({ name }) => name },
    { heading: 'SKU', cellOf: ({ sku }) => sku },
    { heading: 'Barcodes', cellOf: ({ barcodes }) => barcodes },
    { heading: 'Category', cellOf: ({ categoryPath }) => categoryPath },
    { heading: 'Price', cellOf: ({ priceMinor }) => money(priceMinor) },
    { heading: 'Cost', cellOf: ({ costMinor }) => money(costMinor), isCost: true },
    { heading: 'Unit', cellOf: ({ unit }) => unit },
    { heading: 'Tax %', cellOf: ({ taxRateMilliPercent }) => rate(taxRateMilliPercent) },
    { heading: 'Discount %', cellOf: ({ discountMilliPercent }) => rate(discountMilliPercent) },
    { heading: 'Status', cellOf: ({ status }) => status },
    { heading: 'Low-stock level', cellOf: ({ thresholdMilli }) => quantity(thresholdMilli) },
    { heading: 'Reorder quantity', cellOf: ({ reorderMilli }) => quantity(reorderMilli) },
    { heading: 'Supplier', cellOf: ({ supplier }) => supplier },
    { heading: 'Description', cellOf: ({ description }) => description },
    { heading: 'Stock', cellOf: ({ onHandMilli }) => quantity(onHandMilli) },
    { heading: 'Available', cellOf: ({ availableMilli }) => quantity(availableMilli) },
    // A pack's code means several units; an import of the code alone would lose the quantity.
    { heading: 'Pack barcodes', cellOf: ({ packBarcodes }) => packBarcodes },
  ];
}

/** The shortest text of the number is the exact decimal, so the cell loses no digits. */
function numberCell(scaled: number, decimals: number): number {
  return Number(toNumeral(scaled, decimals));
}

/** Returns a function for a category's names from the root down, as an import reads them. */
function categoryPaths(
  categories: readonly { id: number; parentId: number | null; name: string }[],
): (id: number | null) => string {
  const byId = new Map(categories.map((category) => [category.id, category]));
  const namesOf = (id: number | null): string[] => {
    const category = id === null ? undefined : byId.get(id);
    return category ? [...namesOf(category.parentId), category.name] : [];
  };
  return (id) => namesOf(id).join(' > ');
}

function* chunksOf(ids: Iterable<number>, size: number): Generator<number[]> {
  let chunk: number[] = [];
  for (const id of ids) {
    chunk.push(id);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
