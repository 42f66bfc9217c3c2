import type { RowData } from '@tanstack/react-table';
import type { DataColumn } from './data-table-row';

/** The width of a digit, and of the space around a cell's text. */
const DIGIT_REM = 0.56;
const AROUND_REM = 1.6;
/** A text of several quantities may be shortened from here on. */
const MOST_LETTERS = 26;

/** The grid track of a column; figures, which are never shortened, widen it. */
export function figureTrack<Item extends RowData>(column: DataColumn<Item>, rows: readonly Item[]): string {
  const track = column.width ?? 'minmax(6rem, 1fr)';
  if (column.align !== 'end') return track;
  const letters = rows.map((row) => {
    const shown = column.figure ? column.figure(row) : column.cell(row);
    return typeof shown === 'string' ? shown.length : 0;
  });
  const longest = Math.min(
    letters.reduce((most, one) => Math.max(most, one), 0),
    MOST_LETTERS,
  );
  const needed = longest * DIGIT_REM + AROUND_REM;
  // The first length is the column's least width.
  return track.replace(/[\d.]+(?=rem)/, (least) =>
    String(Math.max(Number(least), Number(needed.toFixed(2)))),
  );
}
