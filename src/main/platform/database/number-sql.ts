/** Kinds of numbers that have one series in the whole store; each till has one of its own besides. */
export type StoreSeries = 'transfer' | 'issue' | 'stocktake';

/** The number of a stocktake is a text like CT-000001. */
export const STOCKTAKE_NUMBER = 'CAST(substr(number, 4) AS INTEGER)';

/** The highest number of a series that is not given again, though the store does not have it. */
const skippedUpTo = (series: StoreSeries) =>
  `COALESCE((SELECT MAX(to_number) FROM number_gap WHERE series = '${series}'), 0)`;

/** The last number of a series, 0 before the first, as a query. @param number the number as an integer */
export const lastNumber = (table: string, series: StoreSeries, number = 'number'): string =>
  `(SELECT MAX(COALESCE(MAX(${number}), 0), ${skippedUpTo(series)}) FROM ${table} WHERE number IS NOT NULL)`;

/** How many numbers of a series were skipped, as a query. @param series an expression */
export const skippedNumbers = (series: string): string =>
  `COALESCE((SELECT SUM(to_number - from_number + 1) FROM number_gap WHERE series = ${series}), 0)`;
