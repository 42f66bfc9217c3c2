import { textOfKeyPositions } from './key-positions';
import { GROUP_SEPARATOR, type KeyStroke, strokeKind } from './key-stroke';

export interface WedgeSettings {
  /** The longest pause between two characters of a scanner, in milliseconds. */
  maxIntervalMs: number;
  /** The minimum length of a scan; anything shorter is typing, however fast. */
  minLength: number;
  /** What the scanner is configured to send before and after each code; both are removed from the text. */
  prefix: string;
  suffix: string;
}

export const DEFAULT_WEDGE_SETTINGS: WedgeSettings = {
  maxIntervalMs: 35,
  minLength: 4,
  prefix: '',
  suffix: '',
};

/** How a scan arrived, for the page that tests a scanner. */
export interface ScanTiming {
  slowestIntervalMs: number;
  /** The key that ended it, or `pause` when none came. */
  end: 'Enter' | 'Tab' | 'pause';
}

/** The decision about the strokes kept so far. */
export type WedgeOutcome =
  | { kind: 'typed'; strokes: KeyStroke[] }
  | { kind: 'scan'; text: string; keyPositions?: string; timing: ScanTiming };

interface WedgeVerdict {
  /** The outcome for the strokes before this one, to be processed before this stroke. */
  outcome: WedgeOutcome | null;
  /** Whether this stroke is kept from the page: either held until it is decided, or swallowed. */
  keep: boolean;
}

/**
 * Once the characters are proven to come from a scanner by number and speed, a gap up to this long (for example
 * on a radio link) neither splits the code nor lets its Enter reach the page.
 */
const PROVEN_GAP_MS = 100;

const PASS: WedgeVerdict = { outcome: null, keep: false };
const KEEP: WedgeVerdict = { outcome: null, keep: true };

/**
 * Distinguishes a keyboard-wedge scanner from a typing person by speed. It is a state machine without clock, timer
 * or page: strokes with their times go in, verdicts come out, and the caller calls {@link expire} when
 * {@link deadline} has passed.
 *
 * A character is held until the next one arrives or the interval has passed. Fewer characters than `minLength`
 * were typed; at least that many, each within the interval, are a scan, with or without Enter or Tab at its end.
 */
export class WedgeDetector {
  private held: KeyStroke[] = [];
  private endedAt: number | null = null;
  private afterDeadKey = false;
  private settings: WedgeSettings;

  constructor(settings: WedgeSettings = DEFAULT_WEDGE_SETTINGS) {
    this.settings = settings;
  }

  /** Changes the settings; strokes already held are judged by the new ones. */
  configure(settings: WedgeSettings): void {
    this.settings = settings;
  }

  /** The time after which no further character can belong to the held strokes; null when none are held. */
  get deadline(): number | null {
    const last = this.held.at(-1);
    return last ? last.at + this.allowedGapMs : null;
  }

  /** Processes the next stroke. */
  keyDown(stroke: KeyStroke): WedgeVerdict {
    const kind = strokeKind(stroke);
    const composed = this.afterDeadKey;
    if (kind !== 'modifier') {
      this.afterDeadKey = kind === 'dead';
    }
    switch (kind) {
      case 'modifier':
        return PASS;
      case 'character':
        return composed ? this.passAfterSettling() : this.hold(stroke);
      case 'separator':
        return this.continues(stroke)
          ? this.hold({ ...stroke, key: GROUP_SEPARATOR })
          : this.passAfterSettling();
      case 'end':
        return this.end(stroke);
      case 'dead':
      case 'other':
        return this.passAfterSettling();
    }
  }

  /** Settles the held strokes if their deadline has passed; null otherwise. */
  expire(now: number): WedgeOutcome | null {
    return this.deadline !== null && now > this.deadline ? this.settle() : null;
  }

  /** Settles the held strokes at once unless they are a scan, because another input must come after them. */
  settleTyping(): WedgeOutcome | null {
    return this.proven ? null : this.settle();
  }

  private settle(end: ScanTiming['end'] = 'pause'): WedgeOutcome | null {
    if (this.held.length === 0) {
      return null;
    }
    const strokes = this.held;
    const proven = this.proven;
    this.held = [];
    return proven ? this.scanOf(strokes, end) : { kind: 'typed', strokes };
  }

  private get proven(): boolean {
    return this.held.length >= this.settings.minLength;
  }

  private get allowedGapMs(): number {
    const { maxIntervalMs } = this.settings;
    return this.proven ? Math.max(maxIntervalMs, PROVEN_GAP_MS) : maxIntervalMs;
  }

  private continues(stroke: KeyStroke): boolean {
    return this.deadline !== null && stroke.at <= this.deadline;
  }

  private hold(stroke: KeyStroke): WedgeVerdict {
    const outcome = this.continues(stroke) ? null : this.settle();
    this.held.push(stroke);
    this.endedAt = null;
    return outcome ? { outcome, keep: true } : KEEP;
  }

  private end(stroke: KeyStroke): WedgeVerdict {
    if (this.proven && this.continues(stroke)) {
      this.endedAt = stroke.at;
      return { outcome: this.settle(stroke.key === 'Tab' ? 'Tab' : 'Enter'), keep: true };
    }
    if (this.endedAt !== null && stroke.at - this.endedAt <= this.settings.maxIntervalMs) {
      this.endedAt = stroke.at;
      return KEEP;
    }
    return this.passAfterSettling();
  }

  private passAfterSettling(): WedgeVerdict {
    this.endedAt = null;
    const outcome = this.settle();
    return outcome ? { outcome, keep: false } : PASS;
  }

  private scanOf(strokes: readonly KeyStroke[], end: ScanTiming['end']): WedgeOutcome {
    const text = this.codeIn(strokes.map((stroke) => stroke.key).join(''));
    const positions = textOfKeyPositions(strokes);
    const keyPositions = positions === undefined ? text : this.codeIn(positions);
    return {
      kind: 'scan',
      text,
      ...(keyPositions !== text && { keyPositions }),
      timing: { slowestIntervalMs: slowestInterval(strokes), end },
    };
  }

  /** The text without what the scanner is set to send before and after each code. */
  private codeIn(text: string): string {
    const { prefix, suffix } = this.settings;
    const start = text.startsWith(prefix) ? prefix.length : 0;
    const end = text.endsWith(suffix) ? text.length - suffix.length : text.length;
    return text.slice(start, Math.max(start, end));
  }
}

function slowestInterval(strokes: readonly KeyStroke[]): number {
  let slowest = 0;
  let previous = strokes[0]?.at ?? 0;
  for (const { at } of strokes) {
    slowest = Math.max(slowest, at - previous);
    previous = at;
  }
  return slowest;
}
