import type { Transfer, TransferLine, TransferLineChange } from '#shared/contract/transfers';

/**
 * The transfer as it is shown after a change of one product's lines, without asking for the others again. An
 * answer that is older than what is shown leaves it as it is.
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

/** The line to select once a line is gone: the one that takes its place, else the one before it. */
export function lineAfter(lines: readonly TransferLine[], goneId: number): number | null {
  const index = lines.findIndex(({ id }) => id === goneId);
  return lines[index + 1]?.id ?? lines[index - 1]?.id ?? null;
}
