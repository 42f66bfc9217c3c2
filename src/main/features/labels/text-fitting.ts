import {
  type Align,
  lineHeight,
  type SetLine,
  shareBefore,
  type TextSetter,
} from '#main/platform/printing/text-setter';

export const PT_PER_MM = 72 / 25.4;
const STEP = 0.93;
const ELLIPSIS = '…';

/** The box for a text and how the text may be set, in millimetres. */
interface TextBox {
  xMm: number;
  topMm: number;
  widthMm: number;
  heightMm: number;
  largestMm: number;
  smallestMm: number;
  bold: boolean;
  align: Align;
}

/** A line positioned on a label. */
export interface SetText {
  line: SetLine;
  sizeMm: number;
  bold: boolean;
  xMm: number;
  /** The top of the line. */
  topMm: number;
}

/**
 * Sets paragraphs as large as they fit into a box, breaking between words. Text that does not fit at the smallest size
 * is cut, with an ellipsis.
 */
export function fitText(setter: TextSetter, paragraphs: readonly string[], box: TextBox): SetText[] {
  let sizeMm = Math.min(box.largestMm, box.heightMm / heightOf(1));
  let lines = setLines(setter, paragraphs, sizeMm, box);
  while (!fits(lines, sizeMm, box) && sizeMm * STEP >= box.smallestMm) {
    sizeMm *= STEP;
    lines = setLines(setter, paragraphs, sizeMm, box);
  }
  return placed(cut(setter, lines.lines, sizeMm, box), sizeMm, box);
}

interface Lines {
  lines: SetLine[];
  /** A word is longer than the box is wide. */
  breaksWords: boolean;
}

function setLines(setter: TextSetter, paragraphs: readonly string[], sizeMm: number, box: TextBox): Lines {
  const style = styleOf(sizeMm, box.bold);
  const widthPt = box.widthMm * PT_PER_MM;
  const words = paragraphs.flatMap((paragraph) => paragraph.split(' '));
  return {
    lines: paragraphs.flatMap((paragraph) => setter.wrap(paragraph, style, widthPt)),
    breaksWords: words.some((word) => setter.wrap(word, style, widthPt).length > 1),
  };
}

function fits({ lines, breaksWords }: Lines, sizeMm: number, { heightMm }: TextBox): boolean {
  return !breaksWords && lines.length * heightOf(sizeMm) <= heightMm + 1e-9;
}

function cut(setter: TextSetter, lines: SetLine[], sizeMm: number, box: TextBox): SetLine[] {
  const room = Math.max(1, Math.floor(box.heightMm / heightOf(sizeMm) + 1e-9));
  const last = lines[room - 1];
  if (lines.length <= room || !last) return lines;
  const letters = [...last.text];
  const widthPt = box.widthMm * PT_PER_MM;
  const shortened = (): SetLine[] =>
    setter.wrap(`${letters.join('').trimEnd()}${ELLIPSIS}`, styleOf(sizeMm, box.bold), widthPt);
  let end = shortened();
  while (end.length > 1 && letters.length > 0) {
    letters.pop();
    end = shortened();
  }
  return [...lines.slice(0, room - 1), ...end.slice(0, 1)];
}

/** Centres lines in the box's height; right-to-left text starts at the right. */
function placed(lines: readonly SetLine[], sizeMm: number, box: TextBox): SetText[] {
  const topMm = box.topMm + Math.max(0, box.heightMm - lines.length * heightOf(sizeMm)) / 2;
  return lines.map((line, index) => {
    const freeMm = box.widthMm - line.widthPt / PT_PER_MM;
    return {
      line,
      sizeMm,
      bold: box.bold,
      xMm: box.xMm + freeMm * shareBefore(line, box.align),
      topMm: topMm + index * heightOf(sizeMm),
    };
  });
}

export function styleOf(sizeMm: number, bold: boolean) {
  return { sizePt: sizeMm * PT_PER_MM, weight: bold ? 700 : 400 } as const;
}

function heightOf(sizeMm: number): number {
  return lineHeight({ sizePt: sizeMm });
}
