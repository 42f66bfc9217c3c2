import type { RowData } from '@tanstack/react-table';
import type { DataColumn } from './data-table-row';

/** The width of a digit, and of the space around a cell's text. */
const DIGIT_REM = 0.56;
const AROUND_REM = 1.6;
/** A text of several quantities may be shortened from here on. */
const MOST_LETTERS = 26;

/**
 * The letters of the longest figure of a column in these rows; 0 for a column of words, whose text can be shortened.
 */
export function longestFigure<Item extends RowData>(column: DataColumn<Item>, rows: readonly Item[]): number {
  if (column.align !== 'end') return 0;
  const lengths = rows.map((row) => {
    const shown = column.figure ? column.figure(row) : column.cell(row);
    return typeof shown === 'string' ? shown.length : 0;
  });
  return Math.min(Math.max(0, ...lengths), MOST_LETTERS);
}

/** The grid track of a column, widened to a figure with so many letters: a figure is never shortened. */
export function figureTrack<Item extends RowData>(column: DataColumn<Item>, letters: number): string {
  const track = column.width ?? 'minmax(6rem, 1fr)';
  if (letters === 0) return track;
  const needed = letters * DIGIT_REM + AROUND_REM;
  // The first length is the column's least width.
  return track.replace(/[\d.]+(?=rem)/, (least) =>
    String(Math.max(Number(least), Number(needed.toFixed(2)))),
  );
}
