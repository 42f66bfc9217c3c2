/** A grey picture: one byte per pixel, row by row, from 0 (black) to 255 (white). */
export interface Frame {
  luminance: Uint8ClampedArray;
  width: number;
  height: number;
}

/** Converts RGBA pixels to grey with the weights of ITU-R BT.601, in 1/1024. */
export function toFrame(rgba: Uint8ClampedArray, width: number, height: number): Frame {
  const luminance = new Uint8ClampedArray(width * height);
  for (let index = 0; index < luminance.length; index += 1) {
    const from = index * 4;
    const red = rgba[from] ?? 0;
    const green = rgba[from + 1] ?? 0;
    const blue = rgba[from + 2] ?? 0;
    luminance[index] = (306 * red + 601 * green + 117 * blue + 512) >> 10;
  }
  return { luminance, width, height };
}

/** The picture turned by 90 degrees, so that its columns are read as rows. */
export function turned({ luminance, width, height }: Frame): Frame {
  const result = new Uint8ClampedArray(luminance.length);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      result[x * height + (height - 1 - y)] = luminance[y * width + x] ?? 0;
    }
  }
  return { luminance: result, width: height, height: width };
}

/** Doubles the width by interpolation, so that the edges of narrow bars are found to half a pixel. */
export function widened({ luminance, width, height }: Frame): Frame {
  const result = new Uint8ClampedArray(luminance.length * 2);
  for (let y = 0; y < height; y += 1) {
    const row = luminance.subarray(y * width, (y + 1) * width);
    for (let x = 0; x < width; x += 1) {
      const here = row[x] ?? 0;
      const target = 2 * (y * width + x);
      result[target] = (3 * here + (row[x - 1] ?? here)) / 4;
      result[target + 1] = (3 * here + (row[x + 1] ?? here)) / 4;
    }
  }
  return { luminance: result, width: width * 2, height };
}

/** Halves width and height by averaging four pixels, which reduces the grain of a dim picture. */
export function halved({ luminance, width, height }: Frame): Frame {
  const half = { width: width >> 1, height: height >> 1 };
  const result = new Uint8ClampedArray(half.width * half.height);
  for (let y = 0; y < half.height; y += 1) {
    for (let x = 0; x < half.width; x += 1) {
      const from = 2 * (y * width + x);
      const upper = (luminance[from] ?? 0) + (luminance[from + 1] ?? 0);
      const lower = (luminance[from + width] ?? 0) + (luminance[from + width + 1] ?? 0);
      result[y * half.width + x] = (upper + lower) / 4;
    }
  }
  return { luminance: result, ...half };
}

/** Swaps black and white, because some codes are printed light on dark. */
export function inverted(frame: Frame): Frame {
  return { ...frame, luminance: frame.luminance.map((value) => 255 - value) };
}
