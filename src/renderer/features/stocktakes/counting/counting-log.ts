import type { Inputs } from '#shared/contract/index';
import type { CountAnswer } from '#shared/contract/stocktakes';

/** The input of a count, without the stocktake. */
export type CountRequest = Omit<Inputs['stocktakes']['count'], 'stocktakeId'>;

/** An event while counting: counted, undone, left before it was counted, or failed, with its request if it had one. */
export type CountingEntry =
  | { kind: 'counted' | 'undone'; answer: CountAnswer }
  | { kind: 'left'; name: string }
  | { kind: 'failed'; code: string; error: unknown; request?: CountRequest };

export type NumberedCounting = CountingEntry & { number: number };

const KEPT = 60;

/** The log with a new entry at the top. Counting the same line repeatedly counts as one entry. */
export function noted(log: readonly NumberedCounting[], entry: CountingEntry): NumberedCounting[] {
  const [top] = log;
  const isAgain =
    entry.kind === 'counted' && top?.kind === 'counted' && top.answer.lineId === entry.answer.lineId;
  const before = isAgain ? log.slice(1) : log;
  return [{ ...entry, number: (top?.number ?? 0) + 1 }, ...before].slice(0, KEPT);
}
