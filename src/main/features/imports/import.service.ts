import type { SettingsService } from '#main/features/settings/index';
import type { Ctx } from '#main/platform/ctx';
import type { Database } from '#main/platform/database/database';
import type { JobService } from '#main/platform/jobs/job.service';
import type { InUnit, OnReader, Reader } from '#main/platform/work/connections';
import {
  type ExaminedFile,
  type ImportChoices,
  importChoices,
  type PreviewRow,
} from '#shared/contract/imports';
import type { ParsedInputs } from '#shared/contract/index';
import { refuse } from '#shared/contract/refusals';
import { guessFields, headingKey } from './column-guess';
import { type CsvFormat, rowsOf } from './csv-reader';
import { detectEncoding, detectSeparator, headOf } from './file-format';
import { type ImportReads, type ImportWrites, importReads, importWrites } from './import.queries';
import type { ImportFiles, WholeFile } from './import-files';
import { ignoredColumns, makersForLooking, planOf, rowReaderFor } from './import-plan';
import { type ImportRun, rowsBelowHeading } from './import-run';
import type { CheckedRow } from './row-check';
import type { ReadRow } from './row-reader';
import { guessDecimalSign } from './value-reader';

type Calls = ParsedInputs['imports'];

interface Needs {
  database: Database;
  settings: SettingsService;
  jobs: JobService;
  files: ImportFiles;
  run: ImportRun;
}

/** The number of rows shown in a preview. */
const PREVIEWED_ROWS = 50;
/** The number of rows used to guess the number format, and the number of sample values shown per column. */
const JUDGED_ROWS = 200;
const SAMPLES = 3;

const NUMBERS_ONLY = /^[\d\s.,;-]*$/;
const AMOUNT_FIELDS = ['price', 'cost', 'threshold', 'reorder', 'stock'];
const RATE_FIELDS = ['taxRate', 'discount'];

/** Imports products from files: examines a file, previews the result and starts the import. */
export class ImportService {
  readonly #needs: Needs;
  readonly #reads: OnReader<ImportReads>;
  readonly #writes: InUnit<ImportWrites>;

  constructor(needs: Needs) {
    this.#needs = needs;
    this.#reads = needs.database.onReader(importReads);
    this.#writes = needs.database.inUnits(importWrites);
  }

  /** Prepares the upload of a file. @throws FILE_TOO_LARGE before any of it is read, FILE_EMPTY */
  startUpload(ctx: Ctx, { fileName, sizeBytes }: Calls['startUpload']) {
    return { fileId: this.#needs.files.startUpload(ctx, fileName, sizeBytes) };
  }

  /** Receives a part of a file. */
  upload(ctx: Ctx, { fileId, offset, part }: Calls['upload']) {
    return { receivedBytes: this.#needs.files.append(ctx, fileId, offset, part) };
  }

  /**
   * Detects a file's format and the likely fields of its columns, by reading it once.
   * @throws FILE_BINARY, FILE_EMPTY without a row of products, FILE_HEADING when the first row is not a heading,
   * FILE_QUOTE
   */
  examine(reader: Reader, ctx: Ctx, input: Calls['examine']): Promise<ExaminedFile> {
    return this.#needs.files.reading(ctx, input.fileId, (file) => this.#examine(reader, ctx, input, file));
  }

  async #examine(
    reader: Reader,
    ctx: Ctx,
    { fileId, ...said }: Calls['examine'],
    { fileName, place }: WholeFile,
  ): Promise<ExaminedFile> {
    const encoding = said.encoding ?? (await detectEncoding(place));
    const separator = said.separator ?? detectSeparator(await headOf(place, encoding));
    const first: string[][] = [];
    let rows = -1;
    for await (const { cells } of rowsOf(place, { encoding, separator })) {
      if (first.length <= JUDGED_ROWS) first.push(cells);
      rows += 1;
    }
    const [headings, ...judged] = first;
    if (!headings || rows === 0) throw refuse('FILE_EMPTY', {});
    if (headings.every((heading) => NUMBERS_ONLY.test(heading))) throw refuse('FILE_HEADING', {});
    this.#needs.files.noteRows(ctx, fileId, rows);
    const columnOf = (index: number) => judged.map((cells) => cells[index]?.trim() ?? '');
    return {
      fileId,
      fileName,
      rows,
      columns: headings.map((heading, index) => ({
        heading: heading.trim(),
        samples: columnOf(index).filter(Boolean).slice(0, SAMPLES),
      })),
      ...this.#likelyChoices(this.#reads.on(reader), { encoding, separator }, { headings, judged }),
    };
  }

  /** The result of importing the first rows, compared with the current store. Nothing is written. */
  preview(reader: Reader, ctx: Ctx, { fileId, choices }: Calls['preview']) {
    return this.#needs.files.reading(ctx, fileId, ({ place }) => this.#preview(reader, ctx, place, choices));
  }

  async #preview(reader: Reader, ctx: Ctx, place: string, choices: ImportChoices) {
    const { check } = this.#planForLooking(reader, ctx, choices);
    const rowReader = rowReaderFor(ctx, choices, this.#needs.settings.current);
    const { taxRatesMilliPercent } = this.#needs.settings.current;
    const rows: PreviewRow[] = [];
    for await (const row of rowsBelowHeading(place, choices)) {
      const read = rowReader.read(row);
      rows.push(previewOf(read, check.check(read), taxRatesMilliPercent));
      if (rows.length === PREVIEWED_ROWS) break;
    }
    return { rows, ignored: ignoredColumns(ctx, choices) };
  }

  /**
   * Starts the import of a file in the background. The column choices are remembered.
   * @throws IMPORT_RUNNING with the file that is being imported, and what `preview` refuses
   */
  start(reader: Reader, ctx: Ctx, input: Calls['start']) {
    return this.#needs.files.reading(ctx, input.fileId, (file) => this.#start(reader, ctx, input, file));
  }

  async #start(
    reader: Reader,
    ctx: Ctx,
    { fileId, choices }: Calls['start'],
    { fileName, place, rows }: WholeFile,
  ) {
    const { database, files, jobs, run } = this.#needs;
    this.#planForLooking(reader, ctx, choices);
    const headings = await headingsOf(place, choices);
    const { importId, job } = await database.writes.run((tx) => {
      const writes = this.#writes.in(tx);
      // The person may have uploaded another file since.
      files.whole(ctx, fileId);
      const running = writes.running.get() ?? run.current;
      if (running) throw refuse('IMPORT_RUNNING', { fileName: running.fileName });
      const { now } = ctx;
      writes.remember.run({ headings: headingKey(headings), choices: JSON.stringify(choices), now });
      writes.forgetOldRefusals.run();
      const started = { fileName, headings: JSON.stringify(headings), now, accountId: ctx.account.id };
      const importId = Number(writes.start.run(started).lastInsertRowid);
      const job = jobs.start(ctx, { kind: 'productImport', label: fileName, total: rows }, async (jobRun) => {
        await run.run(ctx, jobRun, { importId, fileName, place, choices });
        return {};
      });
      return { importId, job };
    });
    files.take(fileId);
    return { importId, jobId: job.id };
  }

  /** Discards a file. */
  discard(ctx: Ctx, fileId: string): void {
    this.#needs.files.discard(ctx, fileId);
  }

  #planForLooking(reader: Reader, ctx: Ctx, choices: ImportChoices) {
    const settings = this.#needs.settings.current;
    return planOf(ctx, choices, { settings, connection: reader, makers: makersForLooking() });
  }

  /** What this store chose for the same headings before, as far as it is still valid; otherwise the likely choices. */
  #likelyChoices(
    reads: ImportReads,
    format: CsvFormat,
    { headings, judged }: { headings: readonly string[]; judged: readonly string[][] },
  ) {
    const { locale, taxRatesMilliPercent } = this.#needs.settings.current;
    const fields = guessFields(headings);
    const cellsOf = (wanted: readonly string[]) =>
      judged.flatMap((cells) => cells.filter((_, index) => wanted.includes(fields[index] ?? '')));
    const numbers = { amounts: cellsOf(AMOUNT_FIELDS), rates: cellsOf(RATE_FIELDS) };
    const likely: ImportChoices = {
      ...format,
      fields,
      decimalSign: guessDecimalSign(numbers, locale),
      wrongCheckDigit: 'own',
      knownProducts: 'update',
      missingPrice: fields.includes('price') ? 'refuse' : 'inactive',
      newCategories: 'make',
      categoryId: null,
      taxRateMilliPercent: taxRatesMilliPercent[0] ?? 0,
      unit: 'piece',
      locationId: reads.sellingLocation.get() ?? null,
    };
    const kept = reads.choicesFor.get(headingKey(headings));
    const remembered = kept === undefined ? undefined : importChoices.safeParse(JSON.parse(kept)).data;
    if (!remembered) return { choices: likely, isRemembered: false };
    const { categoryId, locationId, decimalSign: _, ...choices } = remembered;
    const isOpen = locationId !== null && reads.location.get(locationId)?.closedAt === null;
    const isThere = categoryId !== null && reads.categoryExists.get(categoryId) !== undefined;
    return {
      isRemembered: true,
      choices: {
        ...likely,
        ...choices,
        ...format,
        ...(isOpen && { locationId }),
        ...(isThere && { categoryId }),
      },
    };
  }
}

async function headingsOf(place: string, format: CsvFormat): Promise<string[]> {
  for await (const { cells } of rowsOf(place, format)) return cells;
  return [];
}

function previewOf(
  { row: { line }, product }: ReadRow,
  { outcome, known, staged, changes, problems, sameName }: CheckedRow,
  usualTaxRates: readonly number[],
): PreviewRow {
  const fields = staged?.fields;
  const category = product?.category ?? [];
  return {
    line,
    outcome,
    known: known && { id: known.id, name: known.name },
    product: fields
      ? {
          name: fields.name,
          sku: fields.sku,
          barcodes: staged.barcodes.map(({ code }) => code),
          category: known ? (changes.after.category ?? known.category) : category.join(' / '),
          priceMinor: fields.priceMinor,
          unit: fields.unit,
          status: fields.status,
          openingMilli: staged.openingMilli,
          taxRateMilliPercent: fields.taxRateMilliPercent,
          hasUsualTaxRate: usualTaxRates.includes(fields.taxRateMilliPercent),
        }
      : null,
    changes,
    problems,
    sameName,
  };
}
