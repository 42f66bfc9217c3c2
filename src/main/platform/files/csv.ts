import { stringify } from 'csv-stringify/sync';

/** A cell. Numbers stay numbers; text that a spreadsheet would run as a formula is prefixed with an apostrophe. */
export type CsvCell = string | number | null;

/** The characters that start a formula in a spreadsheet, after any number of apostrophes. */
const RUN_BY_SPREADSHEETS = /^'*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;
const GUARD = "'";

/**
 * Writes rows as CSV with CRLF line ends (RFC 4180). Text that a spreadsheet would run as a formula is prefixed with an
 * apostrophe, and so is text that starts with apostrophes followed by such a formula: {@link withoutGuard} removes one
 * apostrophe, so that every text is restored exactly. Any other text is written as it is.
 */
export function toCsv(rows: CsvCell[][]): string {
  return stringify(
    rows.map((cells) => cells.map((cell) => (typeof cell === 'string' ? withGuard(cell) : cell))),
    {
      record_delimiter: 'windows',
      // csv-stringify does not quote a lone line feed, which is not its line end, but other readers end the row there.
      quoted_match: /[\r\n]/,
    },
  );
}

/** Restores the text of a cell that {@link toCsv} wrote. */
export function withoutGuard(cell: string): string {
  return cell.startsWith(GUARD) && RUN_BY_SPREADSHEETS.test(cell) ? cell.slice(GUARD.length) : cell;
}

function withGuard(text: string): string {
  return RUN_BY_SPREADSHEETS.test(text) ? GUARD + text : text;
}
