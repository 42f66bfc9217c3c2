import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { type FileEncoding, type FileSeparator, fileSeparator } from '#shared/contract/imports';
import { refuse } from '#shared/contract/refusals';
import { isEmpty, parserOptions, textOf } from './csv-reader';

const CHUNK_BYTES = 64 * 1024;
const HEAD_LENGTH = 128 * 1024;
/** The number of rows used to detect the separator. */
const ROWS_TO_JUDGE = 50;
/** The share of bytes above which an occurrence is no accident. */
const NOTICEABLE = 0.02;

const SPREADSHEETS = [Buffer.from('PK\x03\x04', 'latin1'), Buffer.from([0xd0, 0xcf, 0x11, 0xe0])];
/** Tab, line feed, form feed, carriage return, and the end-of-file mark of old systems. */
const CONTROLS_IN_TEXT = new Set([0x09, 0x0a, 0x0c, 0x0d, 0x1a]);

/**
 * Detects the encoding of a file by reading all of it: by its byte order mark or the position of its zero bytes;
 * UTF-8 if it is valid as such; otherwise Windows-1252, which includes Latin-1.
 * @throws FILE_BINARY if it is not text, with a flag for a spreadsheet
 */
export async function detectEncoding(file: string): Promise<FileEncoding> {
  const strict = new TextDecoder('utf-8', { fatal: true });
  let isUtf8 = true;
  let isFirst = true;
  for await (const chunk of createReadStream(file, { highWaterMark: CHUNK_BYTES })) {
    const bytes = chunk as Buffer;
    if (isFirst) {
      const isSpreadsheet = SPREADSHEETS.some((sign) => bytes.subarray(0, sign.length).equals(sign));
      if (isSpreadsheet) throw refuse('FILE_BINARY', { isSpreadsheet });
      const wide = wideEncoding(bytes);
      if (wide) return wide;
    }
    if (!isText(bytes)) throw refuse('FILE_BINARY', { isSpreadsheet: false });
    isUtf8 &&= canDecode(strict, bytes);
    isFirst = false;
  }
  return isUtf8 && canDecode(strict) ? 'utf-8' : 'windows-1252';
}

/** The text at the start of a file; only whole lines if there is more. */
export async function headOf(file: string, encoding: FileEncoding): Promise<string> {
  let head = '';
  for await (const piece of textOf(file, encoding)) {
    head += piece;
    if (head.length > HEAD_LENGTH) return head.slice(0, head.lastIndexOf('\n') + 1);
  }
  return head;
}

/** The separator with which most rows of a text have the same width; wider rows score higher. */
export function detectSeparator(head: string): FileSeparator {
  const judged = fileSeparator.options.map((separator) => ({ separator, score: evenness(head, separator) }));
  return judged.reduce((best, next) => (next.score > best.score ? next : best)).separator;
}

/**
 * The share of rows as wide as the heading, between 0 and 1, plus a small bonus for each cell; 0 for a single column.
 */
function evenness(head: string, separator: FileSeparator): number {
  const widths = widthsOf(head, separator);
  const [heading = 0] = widths;
  if (heading < 2) return 0;
  const alike = widths.filter((width) => width === heading).length / widths.length;
  return alike + heading / 1000;
}

function widthsOf(head: string, separator: FileSeparator): number[] {
  try {
    const options = { ...parserOptions(separator), info: false, to: ROWS_TO_JUDGE } as const;
    return (parse(head, options) as string[][]).filter((row) => !isEmpty(row)).map((row) => row.length);
  } catch {
    // With this separator a quotation mark is never closed, so it is the wrong one.
    return [];
  }
}

/** UTF-16, which has a byte order mark or a zero byte beside every Latin letter, comma and line feed. */
function wideEncoding(bytes: Buffer): FileEncoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  for (const [index, byte] of bytes.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [high = 0, low = 0] = zeros.map((count) => (count * 2) / bytes.length);
  if (low > NOTICEABLE && high === 0) return 'utf-16le';
  if (high > NOTICEABLE && low === 0) return 'utf-16be';
  return null;
}

function isText(bytes: Buffer): boolean {
  let controls = 0;
  for (const byte of bytes) {
    if (byte === 0) return false;
    if (byte < 0x20 && !CONTROLS_IN_TEXT.has(byte)) controls += 1;
  }
  return controls / bytes.length < NOTICEABLE;
}

function canDecode(strict: InstanceType<typeof TextDecoder>, bytes?: Buffer): boolean {
  try {
    strict.decode(bytes, { stream: bytes !== undefined });
    return true;
  } catch {
    return false;
  }
}
