import { writeFileSync } from 'node:fs';
import { drawBarcode, drawNoise } from './drawn-barcode';

/** The size of a film's frames and their number per second. */
export interface FilmSize {
  widthPx: number;
  heightPx: number;
  perSecond: number;
}

const FRAMES = 10;
/** The grey level of the background behind the barcode. */
const BACKGROUND = 180;
const GREY = 128;
const SMALL: FilmSize = { widthPx: 640, heightPx: 480, perSecond: 10 };

/**
 * Writes a film of an EAN-13 barcode held before a camera, for Chromium's `--use-file-for-fake-video-capture`, which
 * repeats it.
 * @param file a name that ends in .y4m (YUV4MPEG2: a header, then the planes of each frame)
 */
export function filmBarcode(file: string, code: string, size: FilmSize = SMALL): void {
  const { widthPx, heightPx } = size;
  const { luminance, width, height } = drawBarcode('ean13', code, { modulePx: 4, grain: 6 });
  const picture = Buffer.alloc(widthPx * heightPx, BACKGROUND);
  const left = Math.floor((widthPx - width) / 2);
  const top = Math.floor((heightPx - height) / 2);
  for (let row = 0; row < height; row += 1) {
    picture.set(luminance.subarray(row * width, (row + 1) * width), (top + row) * widthPx + left);
  }
  write(file, picture, size);
}

/** Writes a film without a barcode, but with much that looks like one. */
export function filmNoise(file: string, size: FilmSize): void {
  const { luminance } = drawNoise(size.widthPx, size.heightPx, 1);
  write(file, Buffer.from(luminance), size);
}

function write(file: string, picture: Buffer, { widthPx, heightPx, perSecond }: FilmSize): void {
  const colourless = Buffer.alloc((widthPx * heightPx) / 2, GREY);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), picture, colourless]);
  const head = Buffer.from(`YUV4MPEG2 W${widthPx} H${heightPx} F${perSecond}:1 Ip A1:1 C420jpeg\n`);
  writeFileSync(file, Buffer.concat([head, ...Array.from({ length: FRAMES }, () => frame)]));
}
