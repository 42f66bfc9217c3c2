import { z } from 'zod';
import { safeFileName } from '#shared/kernel/file-name';
import { call } from './base';
import { productStatus } from './catalogue';
import { bytesOf, id, instant, page, person, rateMilliPercent, unitOfMeasure, words } from './common';
import { refuses } from './refusals';

/** The largest file that is accepted: 50 MB, some hundred thousand products. */
export const IMPORT_LIMIT_BYTES = 50_000_000;
/** How many bytes of a file one call uploads. */
export const UPLOAD_PART_BYTES = 700_000;

/** What a column of a file can hold. */
export const importField = z.enum([
  'name',
  'description',
  'sku',
  'barcode',
  'category',
  'price',
  'cost',
  'unit',
  'taxRate',
  'discount',
  'status',
  'threshold',
  'reorder',
  'supplier',
  'stock',
]);
export type ImportField = z.infer<typeof importField>;

export const fileEncoding = z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']);
export type FileEncoding = z.infer<typeof fileEncoding>;
export const fileSeparator = z.enum([',', ';', '\t', '|']);
export type FileSeparator = z.infer<typeof fileSeparator>;

/** A file on its way into the catalogue, until it is imported or discarded. */
const fileId = z.uuid();

/** How a file's bytes become cells. */
const fileFormat = { encoding: fileEncoding, separator: fileSeparator };

/** How a file's cells become products. */
export const importChoices = z.object({
  ...fileFormat,
  /** The field of each column, in the file's order; null for a column that is not imported. No field occurs twice. */
  fields: z
    .array(importField.nullable())
    .min(1)
    .max(1000)
    .refine((fields) => new Set(fields.filter(Boolean)).size === fields.filter(Boolean).length, {
      message: 'a field is given to two columns',
    }),
  decimalSign: z.enum(['point', 'comma']),
  /** Whether a code with a wrong check digit becomes a code of the shop's own, or its row is refused. */
  wrongCheckDigit: z.enum(['own', 'refuse']),
  /** What happens to products that the store already has, matched by SKU or barcode. */
  knownProducts: z.enum(['update', 'skip']),
  /** Whether a new product without a price is refused, or is created inactive with price 0. */
  missingPrice: z.enum(['refuse', 'inactive']),
  /** Whether missing categories are created, or their products go to `categoryId`. */
  newCategories: z.enum(['make', 'useChosen']),
  /** The category of new products whose row names none. */
  categoryId: id.nullable(),
  /** The tax rate and unit of new products whose row names none. */
  taxRateMilliPercent: rateMilliPercent,
  unit: unitOfMeasure,
  /** The location of opening stock; null only where no column holds stock. */
  locationId: id.nullable(),
});
export type ImportChoices = z.infer<typeof importChoices>;

/** Why a row is refused, or why a part of it is not imported. */
export const importReason = z.enum([
  'WIDTH',
  'NAME_MISSING',
  'PRICE_MISSING',
  'TOO_LONG',
  'NOT_A_NUMBER',
  'NEGATIVE',
  'TOO_LARGE',
  'WORTH_TOO_MUCH',
  'TOO_FINE',
  'CHECK_DIGIT',
  'CODE_UNREADABLE',
  'TOO_MANY_CODES',
  'UNIT_UNKNOWN',
  'STATUS_UNKNOWN',
  'CATEGORY_AMBIGUOUS',
  'TWICE_IN_FILE',
  'CODE_OF_ANOTHER',
  'STOCK_EXISTS',
  'NOT_PERMITTED',
]);
export type ImportReason = z.infer<typeof importReason>;

/** What is wrong with a row; the window turns it into a sentence. */
export const importProblem = z.object({
  reason: importReason,
  /** The field of the cell, and the cell's text (shortened). */
  field: importField.nullable().default(null),
  value: z.string().default(''),
  /** The earlier line of the file that has the same value. */
  line: z.int().nullable().default(null),
  /** The number it is compared with: a width, a length, the right check digit. */
  limit: z.int().nullable().default(null),
  /** The product, location or unit that the problem is about. */
  name: z.string().default(''),
});
export type ImportProblem = z.infer<typeof importProblem>;

/** What a row becomes. */
const rowOutcome = z.enum(['new', 'update', 'unchanged', 'skipped', 'refused']);
export type RowOutcome = z.infer<typeof rowOutcome>;

/** The fields of an existing product that a row can change. */
const changedFields = z
  .object({
    name: z.string(),
    description: z.string(),
    sku: z.string(),
    barcodes: z.array(z.object({ code: z.string() })),
    category: z.string(),
    priceMinor: z.int(),
    costMinor: z.int(),
    unit: unitOfMeasure,
    taxRateMilliPercent: z.int(),
    discountMilliPercent: z.int(),
    status: productStatus,
    thresholdMilli: z.int().nullable(),
    reorderMilli: z.int().nullable(),
    preferredSupplier: z.string(),
  })
  .partial();
export type ChangedFields = z.infer<typeof changedFields>;

/** A row of the preview: its outcome, and the product that it would result in. */
const previewRow = z.object({
  /** The line of the file where the row starts; the heading is line 1. */
  line: z.int(),
  outcome: rowOutcome,
  /** The existing product that the row matches. */
  known: z.object({ id, name: z.string() }).nullable(),
  product: z
    .object({
      name: z.string(),
      sku: z.string(),
      barcodes: z.array(z.string()),
      category: z.string(),
      priceMinor: z.int(),
      unit: unitOfMeasure,
      status: productStatus,
      openingMilli: z.int(),
      taxRateMilliPercent: z.int(),
      /** Whether the tax rate is among the rates of the store; another rate is imported as it is. */
      hasUsualTaxRate: z.boolean(),
    })
    .nullable(),
  /** What changes of the existing product, before and after; only the fields that differ, as in the store log. */
  changes: z.object({ before: changedFields, after: changedFields }),
  problems: z.array(importProblem),
  /** For a new product with the name of another one: the earlier line that has it, null for one in the store. */
  sameName: z.object({ line: z.int().nullable() }).nullable(),
});
export type PreviewRow = z.infer<typeof previewRow>;

/** A column that is ignored because the signed-in person lacks the permission for it. */
const ignoredColumn = z.object({ field: importField, needs: z.enum(['editPrices', 'seeCost', 'moveStock']) });

const importCounts = {
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  skipped: z.int(),
  refused: z.int(),
};

/** An import that was started, and its result. */
const productImport = z.object({
  id,
  fileName: z.string(),
  /** 'interrupted': the program ended during the import, and nothing was imported. */
  state: z.enum(['running', 'done', 'cancelled', 'failed', 'interrupted']),
  startedAt: instant,
  by: person,
  ...importCounts,
  /** How many rows were refused for each reason; a row counts under all of its reasons. */
  refusedFor: z.array(z.object({ reason: importReason, rows: z.int() })),
});
export type ProductImport = z.infer<typeof productImport>;

/** A refused row, with its cells as they are in the file. */
const refusedRow = z.object({
  line: z.int(),
  cells: z.array(z.string()),
  problems: z.array(importProblem),
});
export type RefusedRow = z.infer<typeof refusedRow>;

/** An examined file: its columns, and the likely choices for importing them. */
const examinedFile = z.object({
  fileId,
  fileName: z.string(),
  /** Rows below the heading. */
  rows: z.int(),
  columns: z.array(z.object({ heading: z.string(), samples: z.array(z.string()) })),
  /** What this store chose for these headings before, or else a guess from the file. */
  choices: importChoices,
  isRemembered: z.boolean(),
});
export type ExaminedFile = z.infer<typeof examinedFile>;

/** The window's texts for a file of refused rows; `{{value}}` and similar placeholders take a problem's fields. */
const refusedWords = z.object({
  line: words(60),
  why: words(60),
  reasons: z.record(importReason, words(500)),
  fields: z.record(importField, words(60)),
});
export type RefusedWords = z.infer<typeof refusedWords>;

const unreadable = refuses('FILE_EMPTY', 'FILE_BINARY', 'FILE_HEADING', 'FILE_QUOTE');

export const imports = {
  /** Announces a file before its upload; a file that is too large is refused here. */
  startUpload: call
    .input(z.object({ fileName: words(255).transform(safeFileName), sizeBytes: z.int().min(0) }))
    .errors(refuses('FILE_TOO_LARGE', 'FILE_EMPTY'))
    .output(z.object({ fileId })),

  /** Uploads the part of the file at `offset`; the next part starts where this one ends. */
  upload: call
    .input(
      z.object({
        fileId,
        offset: z.int().min(0).max(IMPORT_LIMIT_BYTES),
        part: z.file().max(UPLOAD_PART_BYTES).transform(bytesOf),
      }),
    )
    .errors(refuses('FILE_TOO_LARGE'))
    .output(z.object({ receivedBytes: z.int() })),

  /** Examines a completely uploaded file; encoding and separator are detected when they are left out. */
  examine: call
    .input(z.object({ fileId, encoding: fileEncoding.optional(), separator: fileSeparator.optional() }))
    .errors(unreadable)
    .output(examinedFile),

  /** The outcome that the first rows would have, with their problems. */
  preview: call
    .input(z.object({ fileId, choices: importChoices }))
    .errors({ ...unreadable, ...refuses('NAME_COLUMN_MISSING', 'LOCATION_CLOSED') })
    .output(z.object({ rows: z.array(previewRow), ignored: z.array(ignoredColumn) })),

  /** Starts the import in the background, all or nothing; returns its job. */
  start: call
    .input(z.object({ fileId, choices: importChoices }))
    .errors({
      ...unreadable,
      ...refuses('NAME_COLUMN_MISSING', 'LOCATION_CLOSED', 'IMPORT_RUNNING', 'JOB_RUNNING'),
    })
    .output(z.object({ importId: id, jobId: id })),

  /** Discards a file that was not imported. */
  discard: call.input(z.object({ fileId })).output(z.object({})),

  /** The last imports, newest first. */
  list: call.output(z.array(productImport)),

  /** The refused rows of an import, in the file's order, with the file's headings. */
  refusedRows: call
    .input(z.object({ importId: id, ...page }))
    .output(z.object({ headings: z.array(z.string()), rows: z.array(refusedRow), total: z.int() })),

  /** The same rows as one part of a CSV file, each with its line and reasons; `nextOffset` is where to continue. */
  refusedCsv: call
    .input(z.object({ importId: id, offset: page.offset, words: refusedWords }))
    .output(z.object({ fileName: z.string(), csv: z.string(), nextOffset: z.int().nullable() })),
};
