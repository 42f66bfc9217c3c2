import { type DrawingContext, render } from 'bwip-js/generic';

/** The supported symbologies, by their names in bwip-js, with their quiet zones in widths of the narrowest bar. */
const QUIET_ZONES = {
  // GS1 General Specifications, 5.2 and 5.3; ISO/IEC 15417 and 16388.
  ean13: { left: 11, right: 7 },
  ean8: { left: 7, right: 7 },
  upca: { left: 9, right: 9 },
  upce: { left: 9, right: 7 },
  itf14: { left: 10, right: 10 },
  code128: { left: 10, right: 10 },
  code39: { left: 10, right: 10 },
  'gs1-128': { left: 10, right: 10 },
} as const satisfies Record<string, { left: number; right: number }>;

export type Symbology = keyof typeof QUIET_ZONES;

/** A bar, in widths of the narrowest one, from the left end of the quiet zone. */
interface Bar {
  left: number;
  width: number;
}

export interface BarcodeBars {
  bars: Bar[];
  /** Including the quiet zones. */
  width: number;
}

/**
 * The bars of a code, with the quiet zones that scanners need on both sides.
 * @param text in the form of the symbology: digits with their check digit, printable ASCII, or for GS1-128 an element
 *   string with its identifiers in parentheses
 * @throws the library's error for a text that the symbology cannot encode
 */
export function barcodeBars(symbology: Symbology, text: string): BarcodeBars {
  const { left, right } = QUIET_ZONES[symbology];
  const bars: Bar[] = [];
  const nothing = () => undefined;
  const context: DrawingContext<Bar[]> = {
    scale: () => [1, 1],
    measure: () => ({ width: 0, ascent: 0, descent: 0 }),
    init: nothing,
    // bwip-js draws a bar as a line along its middle, shifted right by half a unit if its width is odd.
    line: (...[x, , , , width]) => bars.push({ left: x - Math.ceil(width / 2), width }),
    polygon: nothing,
    hexagon: nothing,
    ellipse: nothing,
    fill: nothing,
    text: nothing,
    end: () => bars,
  };
  render({ bcid: symbology, text, scale: 1, includetext: false, showborder: false }, context);
  const first = Math.min(...bars.map((bar) => bar.left));
  const placed = bars.map((bar) => ({ left: bar.left - first + left, width: bar.width }));
  const end = Math.max(...placed.map((bar) => bar.left + bar.width));
  return { bars: placed, width: end + right };
}
