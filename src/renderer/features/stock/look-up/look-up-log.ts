import type { Product } from '#shared/contract/catalogue';
import { lookupCandidates } from '#shared/kernel/barcode';
import { MILLI_PER_UNIT } from '#shared/kernel/quantity';

/** What happened on the page: found, done, left undone, or failed, which waits to be read while one goes on. */
export type LogEntry =
  | { kind: 'found'; productId: number; name: string; code: string }
  | { kind: 'done' | 'unsaved'; productId: number; name: string; sentence: string }
  | { kind: 'failed'; code: string; error: unknown };

export type NumberedEntry = LogEntry & { number: number };

const KEPT = 60;

/** The log with one more at its top. The same product found again and again is one entry. */
export function logged(log: readonly NumberedEntry[], entry: LogEntry): NumberedEntry[] {
  const [top] = log;
  const isAgain = entry.kind === 'found' && top?.kind === 'found' && top.productId === entry.productId;
  const before = isAgain ? log.slice(1) : log;
  const number = (top?.number ?? 0) + 1;
  return [{ ...entry, number }, ...before].slice(0, KEPT);
}

/** How much of a product one scan of a code stands for, in thousandths: six of them for a pack's barcode. */
export function quantityOfScan({ barcodes }: Pick<Product, 'barcodes'>, code: string): number {
  const candidates = lookupCandidates(code);
  return barcodes.find((barcode) => candidates.includes(barcode.code))?.quantityMilli ?? MILLI_PER_UNIT;
}
