import type { Inputs } from '#shared/contract/index';
import type { CountAnswer } from '#shared/contract/stocktakes';

/** What is counted, without the stocktake. */
export type CountRequest = Omit<Inputs['stocktakes']['count'], 'stocktakeId'>;

/** What happened while counting: counted, undone, left before it was counted, or failed with what was asked for. */
export type CountingEntry =
  | { kind: 'counted' | 'undone'; answer: CountAnswer }
  | { kind: 'left'; name: string }
  | { kind: 'failed'; code: string; error: unknown; request?: CountRequest };

export type NumberedCounting = CountingEntry & { number: number };

const KEPT = 60;

/** The log with one more at its top. The same product counted again and again is one entry. */
export function noted(log: readonly NumberedCounting[], entry: CountingEntry): NumberedCounting[] {
  const [top] = log;
  const isAgain =
    entry.kind === 'counted' && top?.kind === 'counted' && top.answer.lineId === entry.answer.lineId;
  const before = isAgain ? log.slice(1) : log;
  return [{ ...entry, number: (top?.number ?? 0) + 1 }, ...before].slice(0, KEPT);
}
