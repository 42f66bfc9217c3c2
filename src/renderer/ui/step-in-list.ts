const PAGE_ROWS = 10;

/** The index a key moves to in a list with this many rows; null for a key that does not move. */
export function stepInList(key: string, index: number, count: number): number | null {
  const within = (target: number): number => Math.max(0, Math.min(count - 1, target));
  switch (key) {
    case 'ArrowDown':
      return within(index + 1);
    case 'ArrowUp':
      return within(index - 1);
    case 'PageDown':
      return within(index + PAGE_ROWS);
    case 'PageUp':
      return within(index - PAGE_ROWS);
    case 'Home':
      return within(0);
    case 'End':
      return within(count - 1);
    default:
      return null;
  }
}
