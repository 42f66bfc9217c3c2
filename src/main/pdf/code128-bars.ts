import { code128, type DrawingContext } from 'bwip-js/generic';

/** A bar, in widths of the narrowest one. */
export interface Bar {
  left: number;
  width: number;
}

/**
 * The bars of a text as Code 128, from the left, without the quiet zones of ten widths on either side.
 * @param text printable ASCII
 */
export function code128Bars(text: string): { bars: Bar[]; width: number } {
  const bars: Bar[] = [];
  const nothing = () => undefined;
  const context: DrawingContext<Bar[]> = {
    scale: () => [1, 1],
    measure: () => ({ width: 0, ascent: 0, descent: 0 }),
    init: nothing,
    // A bar comes as a line down its middle, moved half a width to the right where its width is odd.
    line: (...[x, , , , width]) => bars.push({ left: x - Math.ceil(width / 2), width }),
    polygon: nothing,
    hexagon: nothing,
    ellipse: nothing,
    fill: nothing,
    text: nothing,
    end: () => bars,
  };
  const drawn: Bar[] = code128({ bcid: 'code128', text, scale: 1 }, context);
  const last = drawn.at(-1);
  return { bars: drawn, width: last ? last.left + last.width : 0 };
}
