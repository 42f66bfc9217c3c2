import {
  BarcodeFormat,
  type BitArray,
  DecodeHintType,
  MultiFormatOneDReader,
  type Result,
} from '@zxing/library';
import { hasValidCheckDigit } from '#shared/kernel/barcode';
import { type Runs, readUpcE } from './upc-e';

interface RowReading {
  text: string;
  /** Whether the bars are wide enough in this picture that similar digits are not mistaken for each other. */
  sharpEnough: boolean;
}

const HINTS = new Map<DecodeHintType, unknown>([
  [
    DecodeHintType.POSSIBLE_FORMATS,
    [
      BarcodeFormat.EAN_13,
      BarcodeFormat.UPC_A,
      BarcodeFormat.EAN_8,
      BarcodeFormat.CODE_128,
      BarcodeFormat.CODE_39,
      BarcodeFormat.ITF,
    ],
  ],
  [DecodeHintType.TRY_HARDER, true],
  // Any part of an ITF code is a shorter valid ITF code; products only use the one with fourteen digits.
  [DecodeHintType.ALLOWED_LENGTHS, [14]],
  // FNC1 comes out as scanners send it: "]C1" in front, 0x1D in between.
  [DecodeHintType.ASSUME_GS1, true],
]);

/** Modules between the two points that the reader reports, which are the middles of the outer guards. */
const MODULES_BETWEEN_POINTS = new Map([
  [BarcodeFormat.EAN_13, 92],
  [BarcodeFormat.UPC_A, 92],
  [BarcodeFormat.EAN_8, 64],
]);

/**
 * Minimum pixels per module. Digits of EAN and UPC differ by one module of width, and a check digit accepts one
 * misreading in ten; below these widths, test pictures produced wrong codes with a valid check digit. A short
 * code can also be found by chance inside a long one.
 */
const LEAST_MODULE_PX = 1.4;
const LEAST_MODULE_PX_SHORT = 2;

const reader = new MultiFormatOneDReader(HINTS);

/**
 * Reads one row of black and white pixels, from the left and from the right.
 *
 * @param row is left reversed unless a code is found from the left
 * @param pixelWidth how many pixels of the row correspond to one pixel of the camera's picture
 */
export function readRow(row: BitArray, pixelWidth: number): RowReading | null {
  for (const reversed of [false, true]) {
    if (reversed) {
      row.reverse();
    }
    const reading = readWithZxing(row, pixelWidth) ?? readAsUpcE(row, pixelWidth);
    if (reading) {
      return reading;
    }
  }
  return null;
}

function readWithZxing(row: BitArray, pixelWidth: number): RowReading | null {
  let result: Result;
  try {
    result = reader.decodeRow(0, row, HINTS);
  } catch {
    // The library throws when it finds nothing.
    return null;
  }
  const text = result.getText();
  const format = result.getBarcodeFormat();
  if (format === BarcodeFormat.ITF && !hasValidCheckDigit(text)) {
    return null;
  }
  const modules = MODULES_BETWEEN_POINTS.get(format);
  if (modules === undefined) {
    return { text, sharpEnough: true };
  }
  const [left, right] = result.getResultPoints();
  const modulePx = left && right ? Math.abs(right.getX() - left.getX()) / modules : 0;
  const least = format === BarcodeFormat.EAN_8 ? LEAST_MODULE_PX_SHORT : LEAST_MODULE_PX;
  return { text, sharpEnough: modulePx >= least * pixelWidth };
}

function readAsUpcE(row: BitArray, pixelWidth: number): RowReading | null {
  const reading = readUpcE(runsOf(row));
  return (
    reading && { text: reading.upcA, sharpEnough: reading.modulePx >= LEAST_MODULE_PX_SHORT * pixelWidth }
  );
}

function runsOf(row: BitArray): Runs {
  const runs: number[] = [];
  const size = row.getSize();
  let from = 0;
  for (let black = false; from < size; black = !black) {
    const to = black ? row.getNextUnset(from) : row.getNextSet(from);
    runs.push(to - from);
    from = to;
  }
  return runs;
}
