import { describe, expect, it } from 'vitest';
import { moveInGrid } from '#renderer/lib/grid-moves';

/** Eight tiles in rows of three: 0 1 2 / 3 4 5 / 6 7. */
const grid = { count: 8, columns: 3 };

describe('arrows in the tiles', () => {
  it.each([
    ['ArrowRight', 0, 1],
    ['ArrowRight', 2, 3],
    ['ArrowRight', 7, 7],
    ['ArrowLeft', 3, 2],
    ['ArrowLeft', 0, 0],
    ['ArrowDown', 1, 4],
    ['ArrowDown', 5, 7],
    ['ArrowDown', 6, 6],
    ['ArrowUp', 4, 1],
    ['ArrowUp', 1, 1],
    ['Home', 5, 0],
    ['End', 2, 7],
  ])('%s leads from tile %i to tile %i', (key, from, to) => {
    expect(moveInGrid(key, from, grid)).toBe(to);
  });

  it('leave every other key to the search box', () => {
    expect(moveInGrid('Enter', 0, grid)).toBeNull();
    expect(moveInGrid('a', 0, grid)).toBeNull();
  });
});
