import type PDFDocument from 'pdfkit';
import { type FontWeight, fontPath } from './font-faces';
import { isRightToLeft, type TextRun, textRuns } from './text-runs';

export interface TextStyle {
  sizePt?: number;
  weight?: FontWeight;
}

/** A measured line, ready to be drawn. */
export interface SetLine {
  /** In reading order. */
  text: string;
  runs: Array<TextRun & { widthPt: number }>;
  widthPt: number;
  rightToLeft: boolean;
}

export type Align = 'left' | 'center' | 'right';

const LINE_HEIGHT = 1.35;
/** The baseline's distance from the top of the line, in font sizes, for all faces. */
const ASCENT = 1.07;
const BODY_SIZE_PT = 8;
const NORMAL_WEIGHT = 400;

/**
 * The initial font of a document. It makes each face open only once, with its first text: pdfkit would open a face that
 * it knows under another name again at each use.
 */
export const NO_FONT = '';

/**
 * Measures, wraps and draws text of any script in a PDF and embeds its fonts. Text of any length wraps; right-to-left
 * text is shaped and ordered correctly.
 */
export class TextSetter {
  readonly #pdf: InstanceType<typeof PDFDocument>;
  readonly #registered = new Set<string>();
  readonly #widthsEm = new Map<string, number>();

  constructor(pdf: InstanceType<typeof PDFDocument>) {
    this.#pdf = pdf;
  }

  /** Wraps a text to lines of a width; its own line breaks are kept. */
  wrap(text: string, style: TextStyle, widthPt: number): SetLine[] {
    return text.split('\n').flatMap((paragraph) => this.#wrapParagraph(paragraph, style, widthPt));
  }

  /** Draws a line; `at` is its upper left corner. */
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

  /** Words, each with the spaces after it; a word that is longer than a line is split into characters. */
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

/** The baseline's distance from the top of the line, in points. */
export function ascent({ sizePt = BODY_SIZE_PT }: TextStyle): number {
  return sizePt * ASCENT;
}

/** The share of the free width before a line; left and right are swapped for right-to-left text. */
export function shareBefore({ rightToLeft }: SetLine, align: Align): number {
  if (align === 'center') return 0.5;
  return (align === 'right') === rightToLeft ? 0 : 1;
}

/** Collects the bytes that a PDF writes until it is ended. */
export function bytesOf(pdf: InstanceType<typeof PDFDocument>): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
}

/** Passing features, even an empty list, makes the font lay out the run as a whole, which joined letters need. */
function layoutOf({ rightToLeft }: TextRun): { features?: [] } {
  return rightToLeft ? { features: [] } : {};
}
