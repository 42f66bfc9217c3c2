import { withoutGuard } from '#main/platform/files/csv';
import type { Product } from '#shared/contract/catalogue';
import {
  type ImportChoices,
  type ImportField,
  type ImportProblem,
  importProblem,
} from '#shared/contract/imports';
import { type BarcodeKind, guessBarcodeKind, normalizeBarcode } from '#shared/kernel/barcode';
import { cleanLine, cleanText } from '#shared/kernel/clean-text';
import { minorDigits } from '#shared/kernel/currency';
import { MAX_MINOR } from '#shared/kernel/money';
import { MAX_QUANTITY_MILLI, MILLI_DECIMALS, type UnitOfMeasure } from '#shared/kernel/quantity';
import { FULL_MILLI_PERCENT, RATE_DECIMALS } from '#shared/kernel/rate';
import type { CsvRow } from './csv-reader';
import { readNumber, readStatus, readUnit } from './value-reader';

export interface ReadBarcode {
  code: string;
  kind: BarcodeKind;
}

/** The values of a row; undefined where the row gives none. Units as in the contract. */
export interface RowProduct {
  name: string | undefined;
  description: string | undefined;
  sku: string | undefined;
  barcodes: ReadBarcode[];
  /** From the root down. */
  category: string[] | undefined;
  priceMinor: number | undefined;
  costMinor: number | undefined;
  unit: UnitOfMeasure | undefined;
  taxRateMilliPercent: number | undefined;
  discountMilliPercent: number | undefined;
  status: Product['status'] | undefined;
  thresholdMilli: number | undefined;
  reorderMilli: number | undefined;
  supplier: string | undefined;
  openingMilli: number | undefined;
}

/** A row with what is wrong with it; without a product where its width is wrong. */
export type ReadRow = { row: CsvRow; problems: ImportProblem[]; product: RowProduct | null };

const LONGEST = { name: 200, description: 4000, sku: 64, supplier: 200, category: 100 } as const;
const MOST_CODES = 50;
const SHOWN_LENGTH = 80;
/** A long number after a spreadsheet rounded it: its last digits are lost. */
const ROUNDED_NUMBER = /^\d([.,]\d+)?e\+?\d+$/i;

/** A problem with its defaults filled in, and the cell shortened for display. */
export function problem(reason: ImportProblem['reason'], about: Partial<ImportProblem> = {}): ImportProblem {
  const value = about.value ?? '';
  const shown = value.length > SHOWN_LENGTH ? `${value.slice(0, SHOWN_LENGTH)}…` : value;
  return importProblem.parse({ ...about, reason, value: shown });
}

/** Reads rows of a file as products, each cell as the field chosen for its column. */
export class RowReader {
  readonly #choices: ImportChoices;
  readonly #moneyDecimals: number;
  readonly #columnOf: ReadonlyMap<ImportField, number>;

  /** @param ignored fields whose columns are skipped */
  constructor(choices: ImportChoices, currency: string, ignored: readonly ImportField[]) {
    this.#choices = choices;
    this.#moneyDecimals = minorDigits(currency);
    this.#columnOf = new Map(
      choices.fields.flatMap((field, index) =>
        field === null || ignored.includes(field) ? [] : [[field, index] as const],
      ),
    );
  }

  /** The values of a row that can be read, and what is wrong with the others. */
  read(row: CsvRow): ReadRow {
    const width = this.#choices.fields.length;
    if (row.cells.length !== width) {
      const wrong = problem('WIDTH', { limit: width, value: String(row.cells.length) });
      return { row, problems: [wrong], product: null };
    }
    const problems: ImportProblem[] = [];
    const product = this.#productOf(row.cells, problems);
    return { row, problems, product };
  }

  #productOf(cells: readonly string[], problems: ImportProblem[]): RowProduct {
    const cellOf = (field: ImportField) =>
      withoutGuard((cells[this.#columnOf.get(field) ?? -1] ?? '').trim());
    const told = (
      field: ImportField,
      reason: ImportProblem['reason'],
      about: Partial<ImportProblem> = {},
    ) => {
      problems.push(problem(reason, { field, value: cellOf(field), ...about }));
      return undefined;
    };
    const line = (field: 'name' | 'sku' | 'supplier') => {
      const text = onOneLine(cellOf(field));
      if (text.length > LONGEST[field]) return told(field, 'TOO_LONG', { limit: LONGEST[field] });
      return text || undefined;
    };
    const number = (field: ImportField, decimals: number, atMost: number) => {
      const cell = cellOf(field);
      if (cell === '') return undefined;
      const read = readNumber(cell, { decimalSign: this.#choices.decimalSign, decimals, atMost });
      if (read.ok) return read.scaled;
      const limit = read.reason === 'TOO_LARGE' ? Math.floor(atMost / 10 ** decimals) : null;
      return told(field, read.reason, { limit });
    };
    const money = (field: 'price' | 'cost') => number(field, this.#moneyDecimals, MAX_MINOR);
    const quantity = (field: 'threshold' | 'reorder' | 'stock') =>
      number(field, MILLI_DECIMALS, MAX_QUANTITY_MILLI);
    const rate = (field: 'taxRate' | 'discount') => number(field, RATE_DECIMALS, FULL_MILLI_PERCENT);
    const word = <Meaning>(field: 'unit' | 'status', read: (cell: string) => Meaning | null) => {
      const cell = cellOf(field);
      const wrong = field === 'unit' ? 'UNIT_UNKNOWN' : 'STATUS_UNKNOWN';
      return cell === '' ? undefined : (read(cell) ?? told(field, wrong));
    };
    const description = cleanText(cellOf('description')).trim();
    if (description.length > LONGEST.description) {
      told('description', 'TOO_LONG', { limit: LONGEST.description });
    }
    const category = pathOf(cellOf('category'));
    if (category.some((name) => name.length > LONGEST.category)) {
      told('category', 'TOO_LONG', { limit: LONGEST.category });
    }
    return {
      name: line('name'),
      description: description || undefined,
      sku: line('sku'),
      barcodes: this.#barcodesOf(cellOf('barcode'), problems),
      category: category.length > 0 ? category : undefined,
      priceMinor: money('price'),
      costMinor: money('cost'),
      unit: word('unit', readUnit),
      taxRateMilliPercent: rate('taxRate'),
      discountMilliPercent: rate('discount'),
      status: word('status', readStatus),
      thresholdMilli: quantity('threshold'),
      reorderMilli: quantity('reorder'),
      supplier: line('supplier'),
      openingMilli: quantity('stock'),
    };
  }

  /** A cell may contain several codes, separated by a comma, semicolon, bar or line feed. */
  #barcodesOf(cell: string, problems: ImportProblem[]): ReadBarcode[] {
    const codes = cell.split(/[,;|\n]/).flatMap((code) => code.trim() || []);
    if (codes.length > MOST_CODES) {
      problems.push(problem('TOO_MANY_CODES', { field: 'barcode', value: cell, limit: MOST_CODES }));
      return [];
    }
    const barcodes = new Map<string, ReadBarcode>();
    for (const code of codes) {
      const read = this.#barcodeOf(code);
      if ('reason' in read) problems.push(read);
      else barcodes.set(read.code, read);
    }
    return [...barcodes.values()];
  }

  #barcodeOf(code: string): ReadBarcode | ImportProblem {
    const unreadable = problem('CODE_UNREADABLE', { field: 'barcode', value: code });
    if (ROUNDED_NUMBER.test(code)) return unreadable;
    const kind = guessBarcodeKind(code);
    const read = normalizeBarcode(kind, code);
    if (read.ok) return { code: read.code, kind };
    if (read.reason === 'FORMAT') return unreadable;
    if (this.#choices.wrongCheckDigit === 'own') return { code: code.replace(/[\s-]/g, ''), kind: 'own' };
    const limit = read.expectedCheckDigit ?? null;
    return problem('CHECK_DIGIT', { field: 'barcode', value: code, limit });
  }
}

function onOneLine(text: string): string {
  return cleanLine(text).replace(/\s+/gu, ' ').trim();
}

/** "Drinks > Tea" and "Drinks / Tea" are a category and a subcategory; "Salt/Pepper" is a single name. */
function pathOf(cell: string): string[] {
  return cell.split(/>|\s\/\s/).flatMap((name) => onOneLine(name) || []);
}
