import type {
  DocumentHead,
  DocumentLine,
  DocumentLineChange,
  GoodsDocument,
} from '#shared/contract/documents';

/** Shows a head that a call returned. An answer older than the shown version is ignored. */
export function withHead<Doc extends GoodsDocument>(shown: Doc, head: DocumentHead): Doc {
  return head.id !== shown.id || head.version < shown.version ? shown : { ...shown, ...head };
}

/**
 * Applies a change of one product's lines to the shown document, without reloading the other lines. An answer older
 * than the shown version is ignored.
 */
export function withChange<Doc extends GoodsDocument>(
  shown: Doc,
  { head, productId, lines }: DocumentLineChange,
): Doc {
  if (head.id !== shown.id || head.version < shown.version) return shown;
  const changed = new Map(lines.map((line) => [line.id, line]));
  const kept = shown.lines.flatMap((line) => {
    if (line.productId !== productId) return [line];
    const now = changed.get(line.id);
    changed.delete(line.id);
    return now ? [now] : [];
  });
  return { ...shown, ...head, lines: [...kept, ...changed.values()] };
}

/** The line to select after a line is removed: the next one, else the previous one. */
export function lineAfter(lines: readonly DocumentLine[], goneId: number): number | null {
  const index = lines.findIndex(({ id }) => id === goneId);
  return lines[index + 1]?.id ?? lines[index - 1]?.id ?? null;
}
