import { crc32 } from 'node:zlib';
import type { ImageMediaType } from './image.entity';

/** The size of a picture in pixels. */
interface PictureSize {
  widthPx: number;
  heightPx: number;
}

/**
 * Reads the structure of a picture from the first byte to the last: every part must be present, complete and in order,
 * with nothing after it. The pixels themselves are not decoded. Animations are not read.
 * Sources: PNG (W3C, third edition), JPEG (ITU-T T.81, annex B), WebP (RFC 9649, RFC 6386 section 9.1).
 * @returns its size, or null if it is not a picture of this type
 */
export function readPicture(mediaType: ImageMediaType, bytes: Buffer): PictureSize | null {
  try {
    return READERS[mediaType](bytes);
  } catch (error) {
    // A part declares more bytes than are left.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const READERS: Record<ImageMediaType, (bytes: Buffer) => PictureSize | null> = {
  'image/png': readPng,
  'image/jpeg': readJpeg,
  'image/webp': readWebp,
};

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Length, type and checksum. */
const PNG_CHUNK_FRAME = 12;

function readPng(bytes: Buffer): PictureSize | null {
  if (!bytes.subarray(0, 8).equals(PNG_SIGNATURE)) return null;
  const types: string[] = [];
  let size: PictureSize | null = null;
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    const checksum = bytes.readUInt32BE(at + 8 + length);
    if (!/^[A-Za-z]{4}$/.test(type) || crc32(bytes.subarray(at + 4, at + 8 + length)) !== checksum)
      return null;
    if (type === 'IHDR' && length === 13) {
      size = { widthPx: bytes.readUInt32BE(at + 8), heightPx: bytes.readUInt32BE(at + 12) };
    }
    types.push(type);
    at += PNG_CHUNK_FRAME + length;
  }
  const isWhole =
    types[0] === 'IHDR' &&
    types.at(-1) === 'IEND' &&
    types.includes('IDAT') &&
    !types.includes('acTL') &&
    ['IHDR', 'IEND'].every((once) => types.filter((type) => type === once).length === 1);
  return isWhole ? size : null;
}

const START_OF_IMAGE = 0xd8;
const END_OF_IMAGE = 0xd9;
const START_OF_SCAN = 0xda;
/** Baseline, extended and progressive: the kinds of JPEG that browsers can display. */
const START_OF_FRAME = [0xc0, 0xc1, 0xc2];

function readJpeg(bytes: Buffer): PictureSize | null {
  let size: PictureSize | null = null;
  let hasScan = false;
  for (const { marker, start } of segmentsOf(bytes)) {
    if (marker === END_OF_IMAGE) return hasScan ? size : null;
    if (marker === START_OF_SCAN) hasScan = size !== null;
    if (!START_OF_FRAME.includes(marker)) continue;
    if (size) return null;
    size = { heightPx: bytes.readUInt16BE(start + 1), widthPx: bytes.readUInt16BE(start + 3) };
  }
  return null;
}

/**
 * The segments of a JPEG with the start of their data, up to the end of the image, which must be the end of the file.
 */
function* segmentsOf(bytes: Buffer): Generator<{ marker: number; start: number }> {
  if (bytes.readUInt16BE(0) !== 0xff00 + START_OF_IMAGE) return;
  for (let at = 2; bytes.readUInt8(at) === 0xff; ) {
    // A marker may be preceded by any number of fill bytes.
    while (bytes.readUInt8(at + 1) === 0xff) at += 1;
    const marker = bytes.readUInt8(at + 1);
    const start = at + 4;
    if (marker === END_OF_IMAGE && at + 2 === bytes.length) yield { marker, start };
    if (!hasLength(marker)) return;
    const length = bytes.readUInt16BE(at + 2);
    at += 2 + Math.max(2, length);
    if (at > bytes.length) return;
    yield { marker, start };
    if (marker === START_OF_SCAN) at = endOfScan(bytes, at);
  }
}

/**
 * True for tables, frames, scans, application data and comments; false for restarts and the start or end of an image.
 */
function hasLength(marker: number): boolean {
  return marker >= 0xc0 && !(marker >= 0xd0 && marker <= END_OF_IMAGE);
}

/** The end of a scan's coded data: a marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes.readUInt8(at + 1);
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}

function readWebp(bytes: Buffer): PictureSize | null {
  let canvas: PictureSize | null = null;
  let picture: PictureSize | null = null;
  for (const { type, start } of chunksOf(bytes)) {
    if (type === 'ANIM' || type === 'ANMF') return null;
    if (type === 'VP8X') canvas = sizeOfCanvas(bytes, start);
    if (type !== 'VP8 ' && type !== 'VP8L') continue;
    if (picture) return null;
    picture = type === 'VP8 ' ? sizeOfLossy(bytes, start) : sizeOfLossless(bytes, start);
  }
  return canvas === null || isSame(canvas, picture) ? picture : null;
}

function isSame(one: PictureSize, other: PictureSize | null): boolean {
  return one.widthPx === other?.widthPx && one.heightPx === other.heightPx;
}

/** The chunks of a WebP with the start of their data; none if the file does not have its declared length. */
function* chunksOf(bytes: Buffer): Generator<{ type: string; start: number }> {
  const text = (at: number) => bytes.toString('latin1', at, at + 4);
  if (text(0) !== 'RIFF' || text(8) !== 'WEBP' || bytes.readUInt32LE(4) + 8 !== bytes.length) return;
  for (let at = 12; at < bytes.length; ) {
    const [type, length, start] = [text(at), bytes.readUInt32LE(at + 4), at + 8];
    at = start + length + (length % 2);
    if (at > bytes.length) throw new RangeError('A chunk is longer than the file');
    yield { type, start };
  }
}

function sizeOfCanvas(bytes: Buffer, start: number): PictureSize {
  return { widthPx: bytes.readUIntLE(start + 4, 3) + 1, heightPx: bytes.readUIntLE(start + 7, 3) + 1 };
}

/** The size from a key frame: a start code, then two sizes of 14 bits, each below two bits for scaling. */
function sizeOfLossy(bytes: Buffer, start: number): PictureSize | null {
  const isKeyFrame = (bytes.readUInt8(start) & 1) === 0;
  if (!isKeyFrame || bytes.readUIntBE(start + 3, 3) !== 0x9d012a) return null;
  return {
    widthPx: bytes.readUInt16LE(start + 6) & 0x3fff,
    heightPx: bytes.readUInt16LE(start + 8) & 0x3fff,
  };
}

/** The size after a signature: two fields of 14 bits, each one less than the size. */
function sizeOfLossless(bytes: Buffer, start: number): PictureSize | null {
  if (bytes.readUInt8(start) !== 0x2f) return null;
  const bits = bytes.readUInt32LE(start + 1);
  return { widthPx: (bits & 0x3fff) + 1, heightPx: ((bits >>> 14) & 0x3fff) + 1 };
}
