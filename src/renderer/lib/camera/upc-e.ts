import { checkDigit, expandUpcE } from '#shared/kernel/barcode';

/** Widths of the alternating runs of a row, in pixels; the first one is white (and may be 0). */
export type Runs = readonly number[];

interface UpcEReading {
  /** The UPC-A that it encodes, 12 digits. */
  upcA: string;
  modulePx: number;
}

const GUARD_RUNS = 3;
const DIGIT_RUNS = 4;
const DIGITS = 6;
const END_RUNS = 6;
const SYMBOL_RUNS = GUARD_RUNS + DIGITS * DIGIT_RUNS + END_RUNS;
const SYMBOL_MODULES = 51;
const DIGIT_MODULES = 7;
/** The standard requires seven, but hands and shelves leave less. */
const QUIET_MODULES = 5;
/** The tolerated deviation of a single bar or space, in modules. */
const TOLERANCE = 0.65;

/** The widths for odd parity (L); even parity (G) has them in reverse. */
const ODD_WIDTHS: readonly (readonly number[])[] = [
  [3, 2, 1, 1],
  [2, 2, 2, 1],
  [2, 1, 2, 2],
  [1, 4, 1, 1],
  [1, 1, 3, 2],
  [1, 2, 3, 1],
  [1, 1, 1, 4],
  [1, 3, 1, 2],
  [1, 2, 1, 3],
  [3, 1, 1, 2],
];
const PATTERNS = ODD_WIDTHS.flatMap((odd, digit) => [
  { digit: String(digit), parity: 'o', widths: odd },
  { digit: String(digit), parity: 'e', widths: odd.toReversed() },
]);

/** Parities of the six digits for each check digit in number system 0; number system 1 swaps odd and even. */
const CHECK_PARITIES = [
  'eeeooo',
  'eeoeoo',
  'eeooeo',
  'eeoooe',
  'eoeeoo',
  'eooeeo',
  'eoooee',
  'eoeoeo',
  'eoeooe',
  'eooeoe',
];

/**
 * Finds a UPC-E in a row. (The reader in `@zxing/library` 0.23 loses its digits and never finds one.) Quiet zones
 * on both sides, guards, digits, parities and check digit must all be valid (GS1 General Specifications,
 * 5.2.2.4).
 */
export function readUpcE(runs: Runs): UpcEReading | null {
  for (let start = 1; start + SYMBOL_RUNS < runs.length; start += 2) {
    if (!mayStart(runs, start)) {
      continue;
    }
    const symbol = runs.slice(start, start + SYMBOL_RUNS);
    const modulePx = sum(symbol) / SYMBOL_MODULES;
    const quiet = Math.min(runs[start - 1] ?? 0, runs[start + SYMBOL_RUNS] ?? 0);
    if (quiet >= QUIET_MODULES * modulePx) {
      const upcA = decodeSymbol(symbol.map((width) => width / modulePx));
      if (upcA) {
        return { upcA, modulePx };
      }
    }
  }
  return null;
}

/** A cheap check first: few runs in a row follow a quiet zone and start a guard's equal widths. */
function mayStart(runs: Runs, start: number): boolean {
  const first = runs[start] ?? 0;
  const second = runs[start + 1] ?? 0;
  const third = runs[start + 2] ?? 0;
  const widest = Math.max(first, second, third);
  return (runs[start - 1] ?? 0) >= 2 * widest && widest <= 4 * Math.min(first, second, third);
}

function decodeSymbol(widths: Runs): string | null {
  const guards = [...widths.slice(0, GUARD_RUNS), ...widths.slice(-END_RUNS)];
  if (guards.some((width) => Math.abs(width - 1) > TOLERANCE)) {
    return null;
  }
  let body = '';
  let parities = '';
  for (let index = 0; index < DIGITS; index += 1) {
    const from = GUARD_RUNS + index * DIGIT_RUNS;
    const match = closestDigit(widths.slice(from, from + DIGIT_RUNS));
    if (!match) {
      return null;
    }
    body += match.digit;
    parities += match.parity;
  }
  return upcAOf(body, parities);
}

function closestDigit(widths: Runs): (typeof PATTERNS)[number] | null {
  const scale = DIGIT_MODULES / sum(widths);
  let closest: (typeof PATTERNS)[number] | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const pattern of PATTERNS) {
    const errors = pattern.widths.map((width, index) => Math.abs((widths[index] ?? 0) * scale - width));
    if (sum(errors) < least && Math.max(...errors) <= TOLERANCE) {
      closest = pattern;
      least = sum(errors);
    }
  }
  return closest;
}

function upcAOf(body: string, parities: string): string | null {
  const system = parities.startsWith('e') ? '0' : '1';
  const sorted = system === '0' ? parities : swapParities(parities);
  const upcA = expandUpcE(`${system}${body}`);
  return upcA !== null && CHECK_PARITIES[checkDigit(upcA.slice(0, -1))] === sorted ? upcA : null;
}

function swapParities(parities: string): string {
  return [...parities].map((parity) => (parity === 'e' ? 'o' : 'e')).join('');
}

function sum(widths: readonly number[]): number {
  return widths.reduce((total, width) => total + width, 0);
}
