import { type BarcodeKind, guessBarcodeKind, normalizeBarcode } from '#shared/kernel/barcode';

/** A barcode in the form; its kind is detected unless a person sets it. */
export interface BarcodeDraft {
  /** Identifies the row. */
  key: number;
  code: string;
  kind: BarcodeKind | null;
  quantityMilli: number | null;
  /** Whether the store already has it, in normalized form; then it is not checked. */
  stored: boolean;
}

export type BarcodeProblem =
  | { reason: 'FORMAT' }
  | { reason: 'CHECK_DIGIT'; expected: number; corrected: string };

/** The kind of a code, and what is wrong with it as that kind. */
export function checkBarcode({ code, kind, stored }: Pick<BarcodeDraft, 'code' | 'kind' | 'stored'>): {
  kind: BarcodeKind;
  problem: BarcodeProblem | null;
} {
  const text = code.trim();
  const found = kind ?? guessBarcodeKind(text);
  const result = normalizeBarcode(found, text);
  if (stored || text === '' || result.ok) return { kind: found, problem: null };
  const { expectedCheckDigit: expected } = result;
  if (result.reason === 'FORMAT' || expected === undefined)
    return { kind: found, problem: { reason: 'FORMAT' } };
  return {
    kind: found,
    problem: { reason: 'CHECK_DIGIT', expected, corrected: `${text.slice(0, -1)}${expected}` },
  };
}

/** Adds a row for a scanned code, unless there is one already; an empty row is filled first. */
export function withScanned(rows: readonly BarcodeDraft[], code: string): BarcodeDraft[] {
  if (rows.some((row) => row.code.trim() === code)) return [...rows];
  const empty = rows.find((row) => row.code.trim() === '');
  if (empty) return rows.map((row) => (row === empty ? { ...row, code } : row));
  return [...rows, newBarcode(rows, code)];
}

/** A new row with a unique key. */
export function newBarcode(rows: readonly BarcodeDraft[], code = ''): BarcodeDraft {
  return {
    key: Math.max(0, ...rows.map(({ key }) => key)) + 1,
    code,
    kind: null,
    quantityMilli: 1000,
    stored: false,
  };
}
