/** A keydown as plain data: the fields of a KeyboardEvent that the scanner detection reads and replays. */
export interface KeyStroke {
  key: string;
  code: string;
  /** Milliseconds on the clock of `Event.timeStamp` and `performance.now()`. */
  at: number;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altGraph: boolean;
  repeat: boolean;
  isComposing: boolean;
}

/**
 * What a stroke can mean in a scan: a `character` of a code, a `separator` (FNC1, which arrives as 0x1D), the
 * `end` of a code, a `modifier` before another key, a `dead` key that changes the next one, or `other`.
 */
type StrokeKind = 'character' | 'separator' | 'end' | 'modifier' | 'dead' | 'other';

/** The ASCII group separator, which a scanner sends for FNC1 between GS1 fields. */
export const GROUP_SEPARATOR = '\u001d';

const MODIFIER_KEYS = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'NumLock', 'Fn']);

/** Classifies a single stroke; the detector decides whether it belongs to a scan. */
export function strokeKind(stroke: KeyStroke): StrokeKind {
  if (MODIFIER_KEYS.has(stroke.key)) {
    return 'modifier';
  }
  if (stroke.repeat || stroke.isComposing) {
    return 'other';
  }
  if (stroke.key === 'Dead') {
    return 'dead';
  }
  if (isSeparator(stroke)) {
    return 'separator';
  }
  if (isEnd(stroke)) {
    return 'end';
  }
  return isCharacter(stroke) ? 'character' : 'other';
}

/** Scanners that emulate a US keyboard send 0x1D as Ctrl+], some as F8. */
function isSeparator(stroke: KeyStroke): boolean {
  return (
    stroke.key === GROUP_SEPARATOR ||
    (stroke.key === 'F8' && !hasCommandModifier(stroke)) ||
    (isControlOnly(stroke) && (stroke.key === ']' || stroke.code === 'BracketRight'))
  );
}

/** Carriage return and line feed arrive as Enter, or as Ctrl+M and Ctrl+J. */
function isEnd(stroke: KeyStroke): boolean {
  if (stroke.key === 'Enter' || stroke.key === 'Tab') {
    return !(hasCommandModifier(stroke) || stroke.shiftKey);
  }
  return isControlOnly(stroke) && (stroke.key === 'j' || stroke.key === 'm');
}

function isCharacter(stroke: KeyStroke): boolean {
  return [...stroke.key].length === 1 && (stroke.altGraph || !hasCommandModifier(stroke));
}

function isControlOnly(stroke: KeyStroke): boolean {
  return stroke.ctrlKey && !(stroke.altKey || stroke.metaKey || stroke.altGraph);
}

function hasCommandModifier(stroke: KeyStroke): boolean {
  return stroke.ctrlKey || stroke.altKey || stroke.metaKey;
}
