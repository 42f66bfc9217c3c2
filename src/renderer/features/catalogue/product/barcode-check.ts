import { type BarcodeKind, guessBarcodeKind, normalizeBarcode } from '#shared/kernel/barcode';

/** A barcode in the form: its kind is found out as long as nobody says it. */
export interface BarcodeDraft {
  /** Tells the rows apart. */
  key: number;
  code: string;
  kind: BarcodeKind | null;
  quantityMilli: number | null;
  /** Kept by the store already, in its own form: there is nothing to check. */
  stored: boolean;
}

export type BarcodeProblem =
  | { reason: 'FORMAT' }
  | { reason: 'CHECK_DIGIT'; expected: number; corrected: string };

/** Of which kind a code is, and what is wrong with it as such. */
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

/** The rows with one more for a scanned code, unless it is there already; an empty row is filled first. */
export function withScanned(rows: readonly BarcodeDraft[], code: string): BarcodeDraft[] {
  if (rows.some((row) => row.code.trim() === code)) return [...rows];
  const empty = rows.find((row) => row.code.trim() === '');
  if (empty) return rows.map((row) => (row === empty ? { ...row, code } : row));
  return [...rows, newBarcode(rows, code)];
}

/** A row that none of the others is. */
export function newBarcode(rows: readonly BarcodeDraft[], code = ''): BarcodeDraft {
  return {
    key: Math.max(0, ...rows.map(({ key }) => key)) + 1,
    code,
    kind: null,
    quantityMilli: 1000,
    stored: false,
  };
}
