import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv, withoutGuard } from '#main/platform/files/csv';

/** The cells of one row of CSV text. */
const cellsIn = (csv: string): string[] => parse(csv)[0] ?? [];

describe('a text in a CSV file', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+49 30', "'+49 30"],
    ['-5 °C', "'-5 °C"],
    ['@home', "'@home"],
    ['\tindented', "'\tindented"],
    ['\rreturned', "'\rreturned"],
    ['＝1', "'＝1"],
    ["'=1+1", "''=1+1"],
    ["''=1+1", "'''=1+1"],
    ["'s-Hertogenbosch", "'s-Hertogenbosch"],
    ["'", "'"],
    ["O'Neill", "O'Neill"],
  ])('%j is written as %j, and read back unchanged', (text, written) => {
    const [cell = ''] = cellsIn(toCsv([[text, 'x']]));
    expect(cell).toBe(written);
    expect(withoutGuard(cell)).toBe(text);
  });

  it('is read back unchanged, and is never run as a formula', () => {
    const sign = fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '＝', 'a', ' ', '"', ',');
    fc.assert(
      fc.property(
        fc.array(sign).map((signs) => signs.join('')),
        (text) => {
          const [cell = ''] = cellsIn(toCsv([[text, 'x']]));
          expect(cell).not.toMatch(/^[=+\-@\t\r＝]/);
          expect(withoutGuard(cell)).toBe(text);
        },
      ),
    );
  });
});

it('a number stays a number, even below zero', () => {
  expect(toCsv([[-1.5, null, 2]])).toBe('-1.5,,2\r\n');
});
