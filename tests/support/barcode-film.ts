import { writeFileSync } from 'node:fs';
import { drawBarcode } from './drawn-barcode';

const WIDTH = 640;
const HEIGHT = 480;
const FRAMES = 10;
/** The walls of the shop behind the goods. */
const BACKGROUND = 180;
const GREY = 128;

/**
 * Writes a film of an EAN-13 barcode held before a camera, for Chromium's
 * `--use-file-for-fake-video-capture`, which shows it over and over.
 * @param file a name that ends in .y4m (YUV4MPEG2: a header, then the planes of each frame)
 */
export function filmBarcode(file: string, code: string): void {
  const { luminance, width, height } = drawBarcode('ean13', code, { modulePx: 4, grain: 6 });
  const picture = Buffer.alloc(WIDTH * HEIGHT, BACKGROUND);
  const left = Math.floor((WIDTH - width) / 2);
  const top = Math.floor((HEIGHT - height) / 2);
  for (let row = 0; row < height; row += 1) {
    picture.set(luminance.subarray(row * width, (row + 1) * width), (top + row) * WIDTH + left);
  }
  const colourless = Buffer.alloc((WIDTH * HEIGHT) / 2, GREY);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), picture, colourless]);
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`);
  writeFileSync(file, Buffer.concat([head, ...Array.from({ length: FRAMES }, () => frame)]));
}
