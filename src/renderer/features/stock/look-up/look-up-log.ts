import type { StockAction } from '../actions/stock-action';

/**
 * Why a scan was not taken, though it is known: it would have lost something that was entered, it does not say how
 * much there is, or it is closed.
 */
type Hindrance =
  | { why: 'otherProduct' | 'otherBatch'; action: StockAction; of: string }
  | { why: 'noQuantity' | 'closed' };

/**
 * What happened on the page: a product or place found, something done, left undone, not taken or failed. What
 * was not taken or failed waits to be read while one goes on.
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

/** The log with one more at its top. The same product found again and again is one entry. */
export function logged(log: readonly NumberedEntry[], entry: LogEntry): NumberedEntry[] {
  const [top] = log;
  const isAgain = entry.kind === 'found' && top?.kind === 'found' && top.productId === entry.productId;
  const before = isAgain ? log.slice(1) : log;
  const number = (top?.number ?? 0) + 1;
  return [{ ...entry, number }, ...before].slice(0, KEPT);
}
