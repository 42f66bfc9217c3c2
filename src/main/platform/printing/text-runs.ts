import { faceOf } from './font-faces';

/** A part of a line in one font face. Runs are in visual order, from the left. */
export interface TextRun {
  face: string;
  text: string;
  rightToLeft: boolean;
}

type Direction = 'left' | 'right' | 'neutral';

interface DirectedRun extends Omit<TextRun, 'rightToLeft'> {
  direction: Direction;
}

const RIGHT_TO_LEFT = /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}/u;
const STRONG_OR_DIGIT = /[\p{L}\p{N}]/u;
const MARK = /\p{M}/u;
const MIRRORED: Readonly<Record<string, string>> = {
  '(': ')',
  ')': '(',
  '[': ']',
  ']': '[',
  '<': '>',
  '>': '<',
  '«': '»',
  '»': '«',
};

/**
 * Splits a line into runs of one font face and direction, in the order in which they are drawn from left to right. It
 * implements the part of the Unicode bidirectional algorithm that names and amounts on a receipt need (no embedding
 * marks). Inside a run, the font's own layout joins and orders the letters.
 */
export function textRuns(line: string): TextRun[] {
  const logical = runsInReadingOrder(line);
  const base = logical.find(({ direction }) => direction !== 'neutral')?.direction ?? 'left';
  const directed = logical.map((run, index) =>
    run.direction === 'neutral' ? settledNeutral(run, neutralDirection(logical, index, base)) : run,
  );
  const joined = joinedToTheRight(directed);
  const other = base === 'left' ? 'right' : 'left';
  const ordered = base === 'left' ? joined : joined.toReversed();
  return reversedWhere(ordered, other).map(({ face, text, direction }) => ({
    face,
    text,
    rightToLeft: direction === 'right',
  }));
}

/** Whether a line starts at the right. */
export function isRightToLeft(line: string): boolean {
  const first = runsInReadingOrder(line).find(({ direction }) => direction !== 'neutral');
  return first?.direction === 'right';
}

function runsInReadingOrder(line: string): DirectedRun[] {
  const runs: DirectedRun[] = [];
  for (const character of line) {
    const last = runs.at(-1);
    const direction = directionOf(character);
    const face = faceOf(character.codePointAt(0) ?? 0);
    const joins = last && (MARK.test(character) || (last.face === face && last.direction === direction));
    if (joins) last.text += character;
    else runs.push({ face, text: character, direction });
  }
  return runs;
}

function directionOf(character: string): Direction {
  if (RIGHT_TO_LEFT.test(character)) return 'right';
  return STRONG_OR_DIGIT.test(character) ? 'left' : 'neutral';
}

/** A neutral run between two runs of the same direction has their direction, otherwise that of the line. */
function neutralDirection(runs: readonly DirectedRun[], index: number, base: Direction): Direction {
  const before = runs.slice(0, index).findLast(({ direction }) => direction !== 'neutral')?.direction;
  const after = runs.slice(index).find(({ direction }) => direction !== 'neutral')?.direction;
  return before !== undefined && before === after ? before : base;
}

/** Reverses and mirrors right-to-left spaces and signs here, because a font does that only with letters. */
function settledNeutral(run: DirectedRun, direction: Direction): DirectedRun {
  if (direction !== 'right') return { ...run, direction };
  const characters = [...run.text].map((character) => MIRRORED[character] ?? character);
  return { ...run, direction, text: characters.toReversed().join('') };
}

/** Joins left-to-right runs of one face; right-to-left runs are laid out separately. */
function joinedToTheRight(runs: readonly DirectedRun[]): DirectedRun[] {
  const joined: DirectedRun[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last?.face === run.face && last.direction === 'left' && run.direction === 'left') {
      joined[joined.length - 1] = { ...last, text: last.text + run.text };
    } else {
      joined.push(run);
    }
  }
  return joined;
}

/** Reverses each sequence of runs that have the given direction. */
function reversedWhere(runs: readonly DirectedRun[], direction: Direction): DirectedRun[] {
  const result: DirectedRun[] = [];
  let stretch: DirectedRun[] = [];
  for (const run of runs) {
    if (run.direction === direction) {
      stretch.unshift(run);
      continue;
    }
    result.push(...stretch, run);
    stretch = [];
  }
  return [...result, ...stretch];
}
