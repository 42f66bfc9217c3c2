import type { SettingsService } from '#main/features/settings/index';
import { type Ctx, may } from '#main/platform/ctx';
import type { Database } from '#main/platform/database/database';
import { type CsvCell, toCsv } from '#main/platform/files/csv';
import type { JobRun, JobService } from '#main/platform/jobs/job.service';
import type { Job } from '#shared/contract/jobs';
import { minorDigits } from '#shared/kernel/currency';
import { toNumeral } from '#shared/kernel/decimal';
import { MILLI_DECIMALS } from '#shared/kernel/quantity';
import { RATE_DECIMALS } from '#shared/kernel/rate';
import { dayOf } from '#shared/kernel/time';
import { type ExportedRow, productExportQueries } from './product-export.queries';
import type { ProductFilter, ProductSort } from './product-list.queries';
import { chosenBy, type ProductChoice } from './product-list.service';

/** How many products are read and written at once; this takes a fraction of a millisecond. */
const CHUNK = 25;

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

/** Writes a list of products as CSV, in the background. */
export class ProductExportService {
  readonly #database: Database;
  readonly #settings: SettingsService;
  readonly #jobs: JobService;

  constructor(database: Database, settings: SettingsService, jobs: JobService) {
    this.#database = database;
    this.#settings = settings;
    this.#jobs = jobs;
  }

  /**
   * Starts writing all products of a list, in its order or by name; without the cost for people who may not see it. The
   * job's figure `rows` is their number.
   * @throws JOB_RUNNING, and NOT_PERMITTED for sorting by cost by a person who may not see it.
   */
  start(ctx: Ctx, choice: ProductChoice): Job {
    const { currency, timeZone } = this.#settings.current;
    const chosen = chosenBy(ctx, choice, timeZone);
    const columns = columnsFor(currency).filter(({ isCost }) => !isCost || may(ctx, 'seeCost'));
    const fileName = `products-${dayOf(ctx.now, timeZone)}.csv`;
    return this.#jobs.start(ctx, { kind: 'productExport', label: '', total: null }, (run) =>
      this.#write(run, { ...chosen, columns, fileName }),
    );
  }

  async #write(
    run: JobRun,
    {
      filter,
      sort,
      columns,
      fileName,
    }: { filter: ProductFilter; sort: ProductSort; columns: Column[]; fileName: string },
  ) {
    const file = run.openFile(fileName, 'text/csv');
    file.write(toCsv([columns.map(({ heading }) => heading)]));
    const snapshot = this.#database.openSnapshot();
    try {
      const queries = productExportQueries(snapshot);
      const pathOf = categoryPaths(queries.categories.all());
      let rows = 0;
      for (const ids of chunksOf(queries.walk(filter, sort), CHUNK)) {
        const products = queries.rows(ids).map((row) => ({ ...row, categoryPath: pathOf(row.categoryId) }));
        file.write(toCsv(products.map((product) => columns.map(({ cellOf }) => cellOf(product)))));
        rows += products.length;
        run.progress(rows);
        await run.turn();
      }
      return { summary: { rows } };
    } finally {
      snapshot.close();
    }
  }
}

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
