import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { KeyStroke } from '#renderer/lib/scan/key-stroke';
import { DEFAULT_WEDGE_SETTINGS, WedgeDetector, type WedgeOutcome } from '#renderer/lib/scan/wedge-detector';
import { scanned, stroke } from './strokes';

const PENCILS = '4006381333931';

let detector: WedgeDetector;
/** What the page and the dispatcher see, in order: `key X`, `typed X` (replayed) or `scan X`. */
let seen: string[];

beforeEach(() => {
  detector = new WedgeDetector();
  seen = [];
});

function note(outcome: WedgeOutcome | null): void {
  if (outcome) {
    seen.push(
      outcome.kind === 'scan'
        ? `scan ${outcome.text}`
        : `typed ${outcome.strokes.map(({ key }) => key).join('')}`,
    );
  }
}

/** Plays strokes as the window would, including deadlines that pass between two of them. */
function play(...strokes: KeyStroke[]): void {
  for (const next of strokes) {
    note(detector.expire(next.at));
    const { outcome, keep } = detector.keyDown(next);
    note(outcome);
    if (!keep) {
      seen.push(`key ${next.key}`);
    }
  }
}

function pause(): void {
  note(detector.expire(Number.POSITIVE_INFINITY));
}

describe('a scan', () => {
  it('passes no character to the page, and no Enter', () => {
    play(...scanned(PENCILS, 0), stroke('Enter', 130));
    pause();
    expect(seen).toEqual([`scan ${PENCILS}`]);
  });

  it('can end with Tab, or with carriage return and line feed', () => {
    play(
      ...scanned(PENCILS, 0),
      stroke('Tab', 130),
      stroke('Enter', 132),
      stroke('j', 134, { ctrlKey: true }),
    );
    expect(seen).toEqual([`scan ${PENCILS}`]);
  });

  it('without an end key is recognized by the pause', () => {
    play(...scanned(PENCILS, 0));
    expect(seen).toEqual([]);
    pause();
    expect(seen).toEqual([`scan ${PENCILS}`]);
  });

  it('includes its Enter even if that comes a little late', () => {
    play(...scanned(PENCILS, 0), stroke('Enter', 210));
    expect(seen).toEqual([`scan ${PENCILS}`]);
  });

  it('is not split by a stutter of the radio link', () => {
    play(...scanned('40063', 0), ...scanned('81333931', 120), stroke('Enter', 200));
    expect(seen).toEqual([`scan ${PENCILS}`]);
  });

  it('right after another is separate', () => {
    play(...scanned(PENCILS, 0), stroke('Enter', 130), ...scanned('96385074', 140), stroke('Enter', 220));
    expect(seen).toEqual([`scan ${PENCILS}`, 'scan 96385074']);
  });

  it('keeps capitals, for which the scanner holds Shift', () => {
    play(
      stroke('Shift', 0, { shiftKey: true }),
      stroke('A', 2, { shiftKey: true }),
      stroke('b', 12),
      stroke('Shift', 20, { shiftKey: true }),
      stroke('C', 22, { shiftKey: true }),
      stroke('1', 32, { code: 'Numpad1' }),
      stroke('Enter', 42),
    );
    expect(seen).toEqual(['key Shift', 'key Shift', 'scan AbC1']);
  });

  it('keeps characters of the AltGr layer', () => {
    const altGr = { ctrlKey: true, altKey: true, altGraph: true };
    play(
      stroke('A', 0),
      stroke('@', 10, altGr),
      stroke('1', 20),
      stroke('\\', 30, altGr),
      stroke('Enter', 40),
    );
    expect(seen).toEqual(['scan A@1\\']);
  });

  it.each([
    ['Ctrl and a bracket', stroke(']', 40, { ctrlKey: true, code: 'BracketRight' })],
    ['Ctrl and that key of a German keyboard', stroke('+', 40, { ctrlKey: true, code: 'BracketRight' })],
    ['F8', stroke('F8', 40)],
    ['the character itself', stroke('\u001d', 40)],
  ])('keeps the separator of GS1 fields, sent as %s', (_how, separator) => {
    play(...scanned('10AB', 0), separator, ...scanned('1726', 50), stroke('Enter', 90));
    expect(seen).toEqual(['scan 10AB\u001d1726']);
  });

  it('loses the prefix and suffix that the scanner is set to', () => {
    detector.configure({ ...DEFAULT_WEDGE_SETTINGS, prefix: '~', suffix: '#' });
    play(...scanned(`~${PENCILS}#`, 0), stroke('Enter', 150));
    expect(seen).toEqual([`scan ${PENCILS}`]);
  });

  it('is also read by the positions of its keys, where another keyboard layout changed its text', () => {
    const codes = ['Digit4', 'Digit0', 'KeyA', 'Minus', 'Numpad6'];
    const strokes = [..."'àqß6"].map((key, index) => stroke(key, index * 10, { code: codes[index] ?? '' }));
    play(...strokes);
    expect(detector.keyDown(stroke('Enter', 50)).outcome).toMatchObject({
      text: "'àqß6",
      keyPositions: '40a-6',
    });
  });

  it('has no such reading where its text is the same, or a key has no character there', () => {
    const digits = [...'4006'].map((key, index) => stroke(key, index * 10, { code: `Digit${key}` }));
    play(...digits);
    expect(detector.keyDown(stroke('Enter', 40)).outcome).not.toHaveProperty('keyPositions');
    play(...scanned('à"é&', 1000));
    expect(detector.keyDown(stroke('Enter', 1040)).outcome).not.toHaveProperty('keyPositions');
  });

  it('of a slow scanner is recognized when the store allows longer pauses', () => {
    const slow = [...scanned(PENCILS, 0, 60), stroke('Enter', 13 * 60)];
    detector.configure({ ...DEFAULT_WEDGE_SETTINGS, maxIntervalMs: 70 });
    play(...slow);
    expect(seen).toEqual([`scan ${PENCILS}`]);
  });

  it('reports its slowest interval and its end key', () => {
    play(...scanned('4006', 0), ...scanned('381', 55));
    const { outcome } = detector.keyDown(stroke('Tab', 85));
    expect(outcome).toMatchObject({ kind: 'scan', timing: { slowestIntervalMs: 25, end: 'Tab' } });
  });

  it('of any text at any scanner speed arrives whole and once', () => {
    const text = fc.string({ minLength: 4, maxLength: 48 });
    const intervals = fc.array(fc.integer({ min: 0, max: 35 }), { minLength: 48, maxLength: 48 });
    fc.assert(
      fc.property(text, intervals, (code, pauses) => {
        detector = new WedgeDetector();
        seen = [];
        let at = 0;
        play(
          ...[...code].map((key, index) => {
            at += pauses[index] ?? 0;
            return stroke(key, at);
          }),
          stroke('Enter', at + 5),
        );
        expect(seen).toEqual([`scan ${code}`]);
      }),
    );
  });
});

describe('typing', () => {
  it('reaches the page letter by letter', () => {
    play(...scanned('milk', 0, 120));
    pause();
    expect(seen).toEqual(['typed m', 'typed i', 'typed l', 'typed k']);
  });

  it('is never held longer than the interval of a scanner', () => {
    play(stroke('a', 1000));
    expect(detector.deadline).toBe(1035);
    expect(detector.expire(1035)).toBeNull();
    expect(detector.expire(1036)).toMatchObject({ kind: 'typed' });
    expect(detector.deadline).toBeNull();
  });

  it('with overlapping keys is still typing', () => {
    play(stroke('t', 0), stroke('h', 12), stroke('e', 30), stroke(' ', 140), stroke('a', 155));
    pause();
    expect(seen).toEqual(['typed the', 'typed  a']);
  });

  it('of a short number and Enter in one go is still typing, and Enter follows it', () => {
    play(stroke('1', 0), stroke('2', 20), stroke('Enter', 40));
    expect(seen).toEqual(['typed 12', 'key Enter']);
  });

  it('is passed on before the shortcut, arrow or Backspace that follows it', () => {
    play(stroke('a', 0), stroke('Backspace', 10), stroke('b', 20), stroke('s', 30, { ctrlKey: true }));
    expect(seen).toEqual(['typed a', 'key Backspace', 'typed b', 'key s']);
  });

  it.each([
    stroke('Enter', 0),
    stroke('Tab', 0),
    stroke('Tab', 0, { shiftKey: true }),
    stroke('Escape', 0),
    stroke('ArrowDown', 0),
    stroke('F8', 0),
    stroke('F2', 0),
    stroke('c', 0, { ctrlKey: true }),
    stroke(']', 0, { ctrlKey: true }),
    stroke('j', 0, { ctrlKey: true }),
    stroke('v', 0, { metaKey: true }),
    stroke('å', 0, { altKey: true }),
    stroke('Process', 0, { isComposing: true }),
  ])('of $key alone is never held', (single) => {
    play(single);
    expect(seen).toEqual([`key ${single.key}`]);
  });

  it('of a held key repeats as the keyboard does', () => {
    play(stroke('a', 0), ...[500, 530, 560, 590, 620].map((at) => stroke('a', at, { repeat: true })));
    expect(seen).toEqual(['typed a', ...Array(5).fill('key a')]);
  });

  it('in an input method is left to it', () => {
    play(...[0, 10, 20, 30, 40].map((at) => stroke('k', at, { isComposing: true })));
    expect(seen).toEqual(Array(5).fill('key k'));
  });

  it('of an accent leaves both of its keys to the system', () => {
    play(stroke('Dead', 0), stroke('Shift', 50, { shiftKey: true }), stroke('E', 80, { shiftKey: true }));
    play(stroke('t', 200));
    pause();
    expect(seen).toEqual(['key Dead', 'key Shift', 'key E', 'typed t']);
  });

  it('of Enter a moment after a scan presses the focused control', () => {
    play(...scanned(PENCILS, 0), stroke('Enter', 130), stroke('Enter', 400));
    expect(seen).toEqual([`scan ${PENCILS}`, 'key Enter']);
  });

  it('is replayed when a click comes in between, and a scan is not', () => {
    play(stroke('a', 0));
    note(detector.settleTyping());
    play(...scanned('4006', 100));
    note(detector.settleTyping());
    play(...scanned('381333931', 140), stroke('Enter', 240));
    expect(seen).toEqual(['typed a', `scan ${PENCILS}`]);
  });

  it('at any human speed loses no character and keeps its order', () => {
    const keys = fc.array(
      fc.record({
        key: fc.constantFrom('a', 'B', '7', ' ', 'Enter', 'ArrowLeft'),
        pauseMs: fc.integer({ min: 36, max: 500 }),
      }),
    );
    fc.assert(
      fc.property(keys, (typed) => {
        detector = new WedgeDetector();
        seen = [];
        let at = 0;
        play(
          ...typed.map(({ key, pauseMs }) => {
            at += pauseMs;
            return stroke(key, at);
          }),
        );
        pause();
        expect(seen.map((line) => line.replace(/^(typed|key) /, ''))).toEqual(typed.map(({ key }) => key));
      }),
    );
  });
});
