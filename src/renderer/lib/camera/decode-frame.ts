import {
  BinaryBitmap,
  BitArray,
  GlobalHistogramBinarizer,
  HybridBinarizer,
  RGBLuminanceSource,
} from '@zxing/library';
import { type Frame, halved, inverted, turned, widened } from './frame';
import { readRow } from './row-reader';

declare global {
  interface ErrorConstructor {
    /** A V8 extension; https://v8.dev/docs/stack-trace-api */
    stackTraceLimit: number;
  }
}

/** One way to decode a picture. */
interface DecodeAttempt {
  turned: boolean;
  view: 'plain' | 'widened' | 'halved' | 'inverted';
  /** Separates black from white by the histogram of the row, or by the neighbourhood (for shaded pictures). */
  threshold: 'row' | 'neighbourhood';
}

const attempt = (
  view: DecodeAttempt['view'],
  isTurned: boolean,
  threshold: DecodeAttempt['threshold'] = 'row',
): DecodeAttempt => ({ turned: isTurned, view, threshold });

/** The attempts that find most codes; made for each picture. */
const FIRST_ATTEMPTS: readonly DecodeAttempt[] = [attempt('plain', false), attempt('plain', true)];

/** The attempts that find the other codes: small, shaded, grainy or light on dark. */
const FURTHER_ATTEMPTS: readonly DecodeAttempt[] = [
  attempt('widened', false),
  attempt('widened', true),
  attempt('plain', false, 'neighbourhood'),
  attempt('plain', true, 'neighbourhood'),
  attempt('halved', false),
  attempt('halved', true),
  attempt('inverted', false),
  attempt('inverted', true),
];

const ALL_ATTEMPTS: readonly DecodeAttempt[] = [...FIRST_ATTEMPTS, ...FURTHER_ATTEMPTS];

/** The number of rows examined per picture, from the middle outwards. */
const ROWS = 128;

/** A code is accepted when at least this many rows agree on it, plus twice the rows of any other code. */
const VOTES = 3;

/**
 * The attempts for one picture of a stream: the first attempts, and the further ones in turn, so that an empty
 * picture costs little and every attempt is made within a second.
 *
 * @param index of the picture, from 0
 */
export function attemptsForFrame(index: number): readonly DecodeAttempt[] {
  const further = FURTHER_ATTEMPTS[index % FURTHER_ATTEMPTS.length];
  return further ? [...FIRST_ATTEMPTS, further] : FIRST_ATTEMPTS;
}

/**
 * Finds a barcode in a picture: EAN-13, EAN-8, UPC-A, UPC-E (returned as the UPC-A it encodes), ITF-14, Code 128
 * (FNC1 as "]C1" in front and 0x1D in between) or Code 39, upright, upside down or turned by 90 degrees.
 *
 * A misread code would sell the wrong product, so a single row is never trusted.
 *
 * @returns the text, or null when there is none or rows disagree
 */
export function decodeFrame(frame: Frame, attempts: readonly DecodeAttempt[] = ALL_ATTEMPTS): string | null {
  return withoutStackTraces(() => {
    for (const { turned: isTurned, view, threshold } of attempts) {
      const text = decodeRows(lookAt(isTurned ? turned(frame) : frame, view), {
        threshold,
        pixelWidth: view === 'widened' ? 2 : 1,
      });
      if (text !== null) {
        return text;
      }
    }
    return null;
  });
}

/** The library throws several times for each row without a code, and recording the stacks takes most of the time. */
function withoutStackTraces<T>(work: () => T): T {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return work();
  } finally {
    Error.stackTraceLimit = limit;
  }
}

function lookAt(frame: Frame, view: DecodeAttempt['view']): Frame {
  switch (view) {
    case 'plain':
      return frame;
    case 'widened':
      return widened(frame);
    case 'halved':
      return halved(frame);
    case 'inverted':
      return inverted(frame);
  }
}

function decodeRows(
  frame: Frame,
  how: { threshold: DecodeAttempt['threshold']; pixelWidth: number },
): string | null {
  const rowAt = rowsOf(frame, how.threshold);
  const votes = new Map<string, number>();
  for (const y of fromTheMiddle(frame.height)) {
    const row = rowAt(y);
    const reading = row && readRow(row, how.pixelWidth);
    if (reading?.sharpEnough) {
      votes.set(reading.text, (votes.get(reading.text) ?? 0) + 1);
      if (isElected(reading.text, votes)) {
        return reading.text;
      }
    }
  }
  return null;
}

function isElected(text: string, votes: ReadonlyMap<string, number>): boolean {
  let strongestOther = 0;
  for (const [other, count] of votes) {
    if (other !== text) {
      strongestOther = Math.max(strongestOther, count);
    }
  }
  return (votes.get(text) ?? 0) >= VOTES + 2 * strongestOther;
}

function* fromTheMiddle(height: number): Generator<number> {
  const step = Math.max(1, Math.floor(height / ROWS));
  const middle = height >> 1;
  yield middle;
  for (let distance = step; distance <= middle; distance += step) {
    yield middle - distance;
    if (middle + distance < height) {
      yield middle + distance;
    }
  }
}

function rowsOf(
  { luminance, width, height }: Frame,
  threshold: DecodeAttempt['threshold'],
): (y: number) => BitArray | null {
  const source = new RGBLuminanceSource(luminance, width, height);
  if (threshold === 'row') {
    const bitmap = new BinaryBitmap(new GlobalHistogramBinarizer(source));
    return (y) => nullIfShadeless(() => bitmap.getBlackRow(y, new BitArray(width)));
  }
  const matrix = nullIfShadeless(() => new HybridBinarizer(source).getBlackMatrix());
  return (y) => matrix?.getRow(y) ?? null;
}

/** The library throws for an area of a single shade, which cannot contain a code. */
function nullIfShadeless<T>(binarize: () => T): T | null {
  try {
    return binarize();
  } catch {
    return null;
  }
}
