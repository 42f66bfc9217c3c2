import { stringify } from 'csv-stringify/sync';

/** A cell: numbers stay numbers, and text that a spreadsheet would run as a formula gets a ' before it. */
export type CsvCell = string | number | null;

/** Rows as CSV with CRLF line ends (RFC 4180), in the order given. */
export function toCsv(rows: CsvCell[][]): string {
  return stringify(rows, {
    escape_formulas: true,
    record_delimiter: 'windows',
    // A line feed alone is none of its line ends, and would break a row for everybody else.
    quoted_match: /[\r\n]/,
  });
}
