import { stringify } from 'csv-stringify/sync';

/** A cell: numbers stay numbers, and text that a spreadsheet would run as a formula gets a ' before it. */
export type CsvCell = string | number | null;

/** How a formula begins for a spreadsheet, and any apostrophes before that. */
const RUN_BY_SPREADSHEETS = /^'*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;
const GUARD = "'";

/**
 * Rows as CSV with CRLF line ends (RFC 4180), in the order given. A text that a spreadsheet would run as a formula gets
 * an apostrophe before it, and so does one that begins with apostrophes followed by the same: {@link withoutGuard}
 * takes one away again, so that every text comes back exactly as it was. Any other text is written as it is.
 */
export function toCsv(rows: CsvCell[][]): string {
  return stringify(
    rows.map((cells) => cells.map((cell) => (typeof cell === 'string' ? withGuard(cell) : cell))),
    {
      record_delimiter: 'windows',
      // A line feed alone is none of its line ends, and would break a row for everybody else.
      quoted_match: /[\r\n]/,
    },
  );
}

/** The text of a cell that {@link toCsv} wrote. */
export function withoutGuard(cell: string): string {
  return cell.startsWith(GUARD) && RUN_BY_SPREADSHEETS.test(cell) ? cell.slice(GUARD.length) : cell;
}

function withGuard(text: string): string {
  return RUN_BY_SPREADSHEETS.test(text) ? GUARD + text : text;
}
