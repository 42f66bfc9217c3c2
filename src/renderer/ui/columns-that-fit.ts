interface SpareColumn {
  /** The order in which a column is left out of a narrow list, highest first; a column without it always stays. */
  spare?: number;
}

/**
 * Leaves out spare columns, highest first, until the others fit.
 * @param tracks the grid track of each column
 * @param roomRem the width for these tracks; 0 while it is not known
 */
export function columnsThatFit<Column extends SpareColumn>(
  columns: readonly Column[],
  tracks: readonly string[],
  roomRem: number,
): { columns: readonly Column[]; tracks: readonly string[] } {
  const kept = columns.map((column, index) => ({ column, track: tracks[index] ?? '' }));
  const needed = (): number => kept.reduce((sum, { track }) => sum + leastRem(track), 0);
  const spare = kept
    .filter(({ column }) => column.spare !== undefined)
    .sort((one, other) => (other.column.spare ?? 0) - (one.column.spare ?? 0));
  for (const next of spare) {
    if (roomRem === 0 || needed() <= roomRem) break;
    kept.splice(kept.indexOf(next), 1);
  }
  return { columns: kept.map(({ column }) => column), tracks: kept.map(({ track }) => track) };
}

/** The first length of a track is its least width. */
function leastRem(track: string): number {
  return Number(/[\d.]+(?=rem)/.exec(track)?.[0] ?? 0);
}
