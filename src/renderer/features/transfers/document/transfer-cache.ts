import type { Transfer, TransferLine, TransferLineChange } from '#shared/contract/transfers';

/**
 * Applies a change of one product's lines to the shown transfer, without reloading the other lines. An answer older
 * than the shown version is ignored.
 */
export function withChange(shown: Transfer, { head, productId, lines }: TransferLineChange): Transfer {
  if (head.id !== shown.id || head.version < shown.version) return shown;
  const changed = new Map(lines.map((line) => [line.id, line]));
  const kept = shown.lines.flatMap((line) => {
    if (line.productId !== productId) return [line];
    const now = changed.get(line.id);
    changed.delete(line.id);
    return now ? [now] : [];
  });
  return { ...head, lines: [...kept, ...changed.values()] };
}

/** The line to select after a line is removed: the next one, else the previous one. */
export function lineAfter(lines: readonly TransferLine[], goneId: number): number | null {
  const index = lines.findIndex(({ id }) => id === goneId);
  return lines[index + 1]?.id ?? lines[index - 1]?.id ?? null;
}
