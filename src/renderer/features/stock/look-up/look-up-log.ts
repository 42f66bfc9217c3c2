import type { StockAction } from '../actions/stock-action';

/**
 * Why a known scan was not taken: it would have discarded input, it does not contain a quantity, or the location is
 * closed.
 */
type Hindrance =
  | { why: 'otherProduct' | 'otherBatch'; action: StockAction; of: string }
  | { why: 'noQuantity' | 'closed' };

/**
 * An event on the page: a product or location found, an action done or left unfinished, a scan not taken or failed.
 * Scans not taken or failed stay listed until they are dismissed, while work continues.
 */
export type LogEntry =
  | { kind: 'found'; productId: number; name: string; code: string }
  | { kind: 'done'; productId: number; name: string; sentence: string }
  | { kind: 'unsaved'; productId: number; name: string; action: StockAction }
  | { kind: 'place'; name: string; isDestination: boolean }
  | { kind: 'notTaken'; name: string; hindrance: Hindrance }
  | { kind: 'failed'; code: string; error: unknown };

export type NumberedEntry = LogEntry & { number: number };

const KEPT = 60;

/** The log with a new entry at the top. Finding the same product repeatedly counts as one entry. */
export function logged(log: readonly NumberedEntry[], entry: LogEntry): NumberedEntry[] {
  const [top] = log;
  const isAgain = entry.kind === 'found' && top?.kind === 'found' && top.productId === entry.productId;
  const before = isAgain ? log.slice(1) : log;
  const number = (top?.number ?? 0) + 1;
  return [{ ...entry, number }, ...before].slice(0, KEPT);
}
