import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attemptsForFrame, decodeFrame } from '#renderer/lib/camera/decode-frame';
import { inverted, toFrame, turned } from '#renderer/lib/camera/frame';
import { checkDigit, expandUpcE } from '#shared/kernel/barcode';
import { drawBarcode, drawNoise, shade } from '../../support/drawn-barcode';

const PENCILS = '4006381333931';

describe('a picture of a barcode', () => {
  it.each([
    ['ean13', PENCILS, PENCILS],
    ['ean8', '96385074', '96385074'],
    ['upca', '036000291452', '036000291452'],
    ['upce', '04252614', '042100005264'],
    ['itf14', '15400141288763', '15400141288763'],
    ['code128', 'Shelf 12-B', 'Shelf 12-B'],
    ['code39', 'AB-12.5', 'AB-12.5'],
    ['gs1-128', '(01)09501101530003(10)AB12(17)261231', ']C1010950110153000310AB12\u001d17261231'],
  ])('of kind %s with %j is read as %j in any orientation', (bcid, content, text) => {
    const picture = drawBarcode(bcid, content);
    const onItsSide = turned(picture);
    const upsideDown = turned(onItsSide);
    const onItsOtherSide = turned(upsideDown);
    expect([picture, onItsSide, upsideDown, onItsOtherSide].map((each) => decodeFrame(each))).toEqual(
      Array(4).fill(text),
    );
  });

  it.each([
    ['a little slanted', drawBarcode('ean13', PENCILS, { slant: 0.3 })],
    ['grainy', drawBarcode('ean13', PENCILS, { grain: 60 })],
    ['far away', drawBarcode('ean13', PENCILS, { modulePx: 1.6 })],
    ['close up', drawBarcode('ean13', PENCILS, { modulePx: 9 })],
    ['half in the shade', shade(drawBarcode('ean13', PENCILS))],
    ['light on dark', inverted(drawBarcode('ean13', PENCILS))],
  ])('is read when it is %s', (_how, picture) => {
    expect(decodeFrame(picture)).toBe(PENCILS);
  });

  it('is found within a second of frames, with one or two attempts on each', () => {
    const pictures = [shade(drawBarcode('ean13', PENCILS)), inverted(drawBarcode('ean13', PENCILS))];
    for (const picture of pictures) {
      const found = Array.from({ length: 8 }, (_, index) => decodeFrame(picture, attemptsForFrame(index)));
      expect(found).toContain(PENCILS);
    }
  });

  it('is read from the colours of a camera', () => {
    const { luminance, width, height } = drawBarcode('ean13', PENCILS);
    const rgba = Uint8ClampedArray.from({ length: luminance.length * 4 }, (_, index) =>
      index % 4 === 3 ? 255 : (luminance[index >> 2] ?? 0),
    );
    expect(decodeFrame(toFrame(rgba, width, height))).toBe(PENCILS);
  });
});

describe('a misread code would sell another product', () => {
  it('so a picture too coarse or too grainy gives the right code or none', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 12, maxLength: 12 });
    const drawing = fc.record({
      modulePx: fc.double({ min: 0.8, max: 1.8, noNaN: true }),
      slant: fc.constantFrom(0, 0.1, 0.3),
      grain: fc.constantFrom(0, 30, 90),
    });
    fc.assert(
      fc.property(digits, drawing, (body, how) => {
        const code = `${body}${checkDigit(body)}`;
        const text = decodeFrame(drawBarcode('ean13', code, how), attemptsForFrame(0));
        expect([null, code, code.replace(/^0/, '')]).toContain(text);
      }),
      { numRuns: 60, seed: 20_261 },
    );
  });

  it('so noise gives no code', () => {
    for (let seed = 1; seed <= 4; seed += 1) {
      expect(decodeFrame(drawNoise(320, 240, seed))).toBeNull();
    }
  });

  it('so a blank picture gives no code', () => {
    expect(
      decodeFrame({ luminance: new Uint8ClampedArray(320 * 240).fill(200), width: 320, height: 240 }),
    ).toBeNull();
  });

  it('so an ITF with a wrong check digit gives no code', () => {
    expect(decodeFrame(drawBarcode('interleaved2of5', '15400141288760'))).toBeNull();
  });

  it('so two codes side by side in the same rows are not mixed up', () => {
    const other = '5901234123457';
    const [left, right] = [drawBarcode('ean13', PENCILS), drawBarcode('ean13', other)];
    const width = left.width + right.width;
    const luminance = new Uint8ClampedArray(width * left.height);
    for (let y = 0; y < left.height; y += 1) {
      luminance.set(left.luminance.subarray(y * left.width, (y + 1) * left.width), y * width);
      luminance.set(right.luminance.subarray(y * right.width, (y + 1) * right.width), y * width + left.width);
    }
    expect([PENCILS, other]).toContain(decodeFrame({ luminance, width, height: left.height }));
  });
});

describe('a UPC-E barcode', () => {
  it('with any digits and either number system is read as its UPC-A', () => {
    const bodies = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(fc.constantFrom('0', '1'), bodies, (system, body) => {
        const upcA = expandUpcE(`${system}${body}`) ?? '';
        const picture = drawBarcode('upce', `${system}${body}${upcA.at(-1)}`, { modulePx: 2.2 });
        expect(decodeFrame(picture, attemptsForFrame(0))).toBe(upcA);
      }),
      { numRuns: 40 },
    );
  });
});
