import bwipjs from 'bwip-js/node';
import type { Frame } from '#renderer/lib/camera/frame';

const QUIET_MODULES = 11;
const BARS_HEIGHT = 60;
const MARGIN_ROWS = 30;
const WHITE = 235;
const BLACK = 20;

/** How a barcode is drawn in the picture. */
export interface Drawing {
  /** The width of the narrowest bar in pixels; can be a fraction. */
  modulePx?: number;
  /** The shift of each row against the one above, in pixels. */
  slant?: number;
  /** The largest random deviation of a pixel; the same on each run. */
  grain?: number;
}

/**
 * A picture of a barcode on white as a lens would show it: a bar that ends inside a pixel makes it grey.
 *
 * @param bcid the name of the symbology in bwip-js
 */
export function drawBarcode(bcid: string, text: string, drawing: Drawing = {}): Frame {
  const { modulePx = 3, slant = 0, grain = 0 } = drawing;
  const bars = barsOf(bcid, text);
  const height = BARS_HEIGHT + 2 * MARGIN_ROWS;
  const left = QUIET_MODULES * modulePx + 0.37;
  const width = Math.ceil(
    left + (bars.at(-1)?.to ?? 0) * modulePx + QUIET_MODULES * modulePx + slant * height,
  );
  const luminance = new Uint8ClampedArray(width * height);
  const random = randomSequence();
  for (let y = 0; y < height; y += 1) {
    const hasBars = y >= MARGIN_ROWS && y < MARGIN_ROWS + BARS_HEIGHT;
    for (let x = 0; x < width; x += 1) {
      const blackPart = hasBars ? coveredPart(bars, (x - left - slant * y) / modulePx, 1 / modulePx) : 0;
      const noise = (random() - 0.5) * 2 * grain;
      luminance[y * width + x] = WHITE + (BLACK - WHITE) * blackPart + noise;
    }
  }
  return { luminance, width, height };
}

/** A picture of noise only. */
export function drawNoise(width: number, height: number, seed: number): Frame {
  const random = randomSequence(seed);
  return {
    luminance: Uint8ClampedArray.from({ length: width * height }, () => random() * 255),
    width,
    height,
  };
}

/** The picture with a shadow from the right, down to a fifth of the light. */
export function shade(frame: Frame): Frame {
  return {
    ...frame,
    luminance: frame.luminance.map(
      (value, index) => value * (1 - (0.8 * (index % frame.width)) / frame.width),
    ),
  };
}

interface Bar {
  from: number;
  to: number;
}

function barsOf(bcid: string, text: string): Bar[] {
  const [symbol] = bwipjs.raw({ bcid, text });
  if (!(symbol && 'sbs' in symbol)) {
    throw new Error(`${bcid} is not made of bars`);
  }
  let position = 0;
  const bars: Bar[] = [];
  for (const [index, width] of symbol.sbs.entries()) {
    if (index % 2 === 0) {
      bars.push({ from: position, to: position + width });
    }
    position += width;
  }
  return bars;
}

function coveredPart(bars: readonly Bar[], from: number, length: number): number {
  let covered = 0;
  for (const bar of bars) {
    covered += Math.max(0, Math.min(bar.to, from + length) - Math.max(bar.from, from));
  }
  return covered / length;
}

/** Pseudo-random numbers from 0 to 1 that are the same on each run (generator of Numerical Recipes). */
function randomSequence(seed = 1): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
