export interface Grid {
  count: number;
  columns: number;
}

/**
 * Where an arrow key, Home or End leads in tiles that flow in rows. At an edge one stays where one is, but
 * for the last row, whose gap a step down does not fall into: it goes to the last tile.
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
