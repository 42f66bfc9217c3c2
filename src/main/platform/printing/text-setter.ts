import type PDFDocument from 'pdfkit';
import { type FontWeight, fontPath } from './font-faces';
import { isRightToLeft, type TextRun, textRuns } from './text-runs';

export interface TextStyle {
  sizePt?: number;
  weight?: FontWeight;
}

/** A line that was measured, ready to be drawn. */
export interface SetLine {
  /** In the order in which it is read. */
  text: string;
  runs: Array<TextRun & { widthPt: number }>;
  widthPt: number;
  rightToLeft: boolean;
}

export type Align = 'left' | 'center' | 'right';

const LINE_HEIGHT = 1.35;
/** Where letters of all faces stand below the top of their line. */
const ASCENT = 1.07;
const BODY_SIZE_PT = 8;
const NORMAL_WEIGHT = 400;

/**
 * What a document is started with, so that each face is opened once, by its first text: pdfkit opens a face that
 * it knows under another name again at every use.
 */
export const NO_FONT = '';

/**
 * Measures, wraps and draws text of any script in a PDF, whose fonts it embeds. Text of any length wraps;
 * what is written right to left is shaped and ordered so.
 */
export class TextSetter {
  readonly #pdf: InstanceType<typeof PDFDocument>;
  readonly #registered = new Set<string>();
  readonly #widthsEm = new Map<string, number>();

  constructor(pdf: InstanceType<typeof PDFDocument>) {
    this.#pdf = pdf;
  }

  /** The lines that a text takes in a width; its own line breaks stay. */
  wrap(text: string, style: TextStyle, widthPt: number): SetLine[] {
    return text.split('\n').flatMap((paragraph) => this.#wrapParagraph(paragraph, style, widthPt));
  }

  /** Draws a line with its left end and its top there. */
  draw(
    line: SetLine,
    { sizePt = BODY_SIZE_PT, weight = NORMAL_WEIGHT }: TextStyle,
    at: { xPt: number; topPt: number },
  ): void {
    const baselinePt = at.topPt + ascent({ sizePt });
    let xPt = at.xPt;
    for (const run of line.runs) {
      this.#setFont(run.face, weight, sizePt);
      this.#pdf.text(run.text, xPt, baselinePt, {
        ...layoutOf(run),
        lineBreak: false,
        baseline: 'alphabetic',
      });
      xPt += run.widthPt;
    }
  }

  #wrapParagraph(paragraph: string, style: TextStyle, widthPt: number): SetLine[] {
    const lines: string[] = [];
    let current = '';
    let currentPt = 0;
    for (const word of this.#words(paragraph, style, widthPt)) {
      if (current !== '' && currentPt + this.#widthOf(word.trimEnd(), style) > widthPt) {
        lines.push(current);
        current = '';
        currentPt = 0;
      }
      current += word;
      currentPt += this.#widthOf(word, style);
    }
    return [...lines, current].map((line) => this.#lineOf(line.trimEnd(), style));
  }

  /** Words, each with the blanks after it; one that is longer than a line is cut. */
  #words(paragraph: string, style: TextStyle, widthPt: number): string[] {
    return paragraph
      .split(/(?<= )/u)
      .flatMap((word) => (this.#widthOf(word.trimEnd(), style) > widthPt ? [...word] : [word]));
  }

  #widthOf(text: string, style: TextStyle): number {
    return this.#lineOf(text, style).widthPt;
  }

  #lineOf(text: string, { sizePt = BODY_SIZE_PT, weight = NORMAL_WEIGHT }: TextStyle): SetLine {
    const runs = textRuns(text).map((run) => {
      const key = `${run.face}-${weight} ${run.text}`;
      let widthEm = this.#widthsEm.get(key);
      if (widthEm === undefined) {
        this.#setFont(run.face, weight, 1);
        widthEm = this.#pdf.widthOfString(run.text, layoutOf(run));
        this.#widthsEm.set(key, widthEm);
      }
      return { ...run, widthPt: widthEm * sizePt };
    });
    const widthPt = runs.reduce((sum, run) => sum + run.widthPt, 0);
    return { text, runs, widthPt, rightToLeft: isRightToLeft(text) };
  }

  #setFont(face: string, weight: FontWeight, sizePt: number): void {
    const name = `${face}-${weight}`;
    if (!this.#registered.has(name)) {
      this.#pdf.registerFont(name, fontPath(face, weight));
      this.#registered.add(name);
    }
    this.#pdf.font(name, sizePt);
  }
}

export function lineHeight({ sizePt = BODY_SIZE_PT }: TextStyle): number {
  return sizePt * LINE_HEIGHT;
}

/** How far below the top of a line its letters stand. */
export function ascent({ sizePt = BODY_SIZE_PT }: TextStyle): number {
  return sizePt * ASCENT;
}

/** How much of the free width stands before a line; what is written right to left begins at the right. */
export function shareBefore({ rightToLeft }: SetLine, align: Align): number {
  if (align === 'center') return 0.5;
  return (align === 'right') === rightToLeft ? 0 : 1;
}

/** All that a PDF writes, once it is ended. */
export function bytesOf(pdf: InstanceType<typeof PDFDocument>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
}

/** Features, even none, make the font lay a run out as a whole, which letters that join need. */
function layoutOf({ rightToLeft }: TextRun): { features?: [] } {
  return rightToLeft ? { features: [] } : {};
}
