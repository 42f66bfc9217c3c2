interface Grid {
  count: number;
  columns: number;
}

/**
 * The index that an arrow key, Home or End moves to in a grid of tiles. At an edge the index stays the same,
 * except that a step down into the gap of the last row goes to the last tile.
 *
 * @returns the new index, or null for any other key
 */
export function moveInGrid(key: string, index: number, { count, columns }: Grid): number | null {
  const last = count - 1;
  switch (key) {
    case 'ArrowRight':
      return Math.min(index + 1, last);
    case 'ArrowLeft':
      return Math.max(index - 1, 0);
    case 'ArrowDown':
      return sameRow(index, last, columns) ? index : Math.min(index + columns, last);
    case 'ArrowUp':
      return index < columns ? index : index - columns;
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

function sameRow(one: number, other: number, columns: number): boolean {
  return Math.floor(one / columns) === Math.floor(other / columns);
}
