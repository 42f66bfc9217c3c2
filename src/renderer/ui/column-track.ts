import type { RowData } from '@tanstack/react-table';
import type { DataColumn } from './data-table-row';

/** The width of a digit, of a letter, of the arrow of a sorted heading, and of the space around a cell's text. */
const DIGIT_REM = 0.56;
const LETTER_REM = 0.53;
const ARROW_REM = 1.15;
const AROUND_REM = 1.6;
/** A text of several quantities may be shortened from here on, and a word broken. */
const MOST_DIGITS = 26;
const MOST_LETTERS = 18;

/**
 * The width that a column needs for these rows: a figure is never shortened, and a word of the heading or of a text
 * that wraps is never broken. Other texts end in an ellipsis.
 */
export function neededRem<Item extends RowData>(column: DataColumn<Item>, rows: readonly Item[]): number {
  const arrow = column.sortable ? ARROW_REM : 0;
  return Math.max(
    widthOf(longestWord(column.header), LETTER_REM) + arrow,
    widthOf(longest(rows.map((row) => longestFigure(column, row))), DIGIT_REM),
    column.wraps ? widthOf(longest(rows.map((row) => wordOf(column.cell(row)))), LETTER_REM) : 0,
  );
}

/** The grid track of a column, widened to this width if it is narrower. */
export function columnTrack<Item extends RowData>(column: DataColumn<Item>, rem: number): string {
  const track = column.width ?? 'minmax(6rem, 1fr)';
  // The first length is the column's least width.
  return track.replace(/[\d.]+(?=rem)/, (least) => String(Math.max(Number(least), Number(rem.toFixed(2)))));
}

function longestFigure<Item extends RowData>(column: DataColumn<Item>, row: Item): number {
  if (column.align !== 'end') return 0;
  const shown = column.figure ? column.figure(row) : column.cell(row);
  return typeof shown === 'string' ? Math.min(shown.length, MOST_DIGITS) : 0;
}

function wordOf(shown: unknown): number {
  return typeof shown === 'string' ? longestWord(shown) : 0;
}

function longestWord(text: string): number {
  return Math.min(longest(text.split(/[\s-]+/u).map((word) => word.length)), MOST_LETTERS);
}

const longest = (lengths: readonly number[]): number => Math.max(0, ...lengths);

const widthOf = (letters: number, letterRem: number): number =>
  letters === 0 ? 0 : letters * letterRem + AROUND_REM;
