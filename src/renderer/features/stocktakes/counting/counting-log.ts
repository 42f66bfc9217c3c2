import type { CountAnswer } from '#shared/contract/stocktakes';

/** What happened while counting: counted, taken back, left before it was counted, or failed. */
export type CountingEntry =
  | { kind: 'counted' | 'undone'; answer: CountAnswer }
  | { kind: 'left'; name: string }
  | { kind: 'failed'; code: string; error: unknown };

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
