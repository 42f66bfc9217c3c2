import PDFDocument from 'pdfkit';
import { code128Bars } from './code128-bars';
import { type FontWeight, fontPath } from './font-faces';
import { isRightToLeft, type TextRun, textRuns } from './text-runs';

export interface TextStyle {
  sizePt?: number;
  weight?: FontWeight;
}

interface Line {
  runs: Array<TextRun & { widthPt: number }>;
  widthPt: number;
  rightToLeft: boolean;
}

type Align = 'left' | 'center' | 'right';

const PT_PER_MM = 72 / 25.4;
const PAPER_WIDTH_PT = 80 * PT_PER_MM;
const MARGIN_PT = 4 * PT_PER_MM;
const CONTENT_WIDTH_PT = PAPER_WIDTH_PT - 2 * MARGIN_PT;
const COLUMN_GAP_PT = 8;
const LINE_HEIGHT = 1.35;
/** Where letters of all faces stand below the top of their line. */
const ASCENT = 1.07;
const BODY_SIZE_PT = 8;
const BARCODE_HEIGHT_PT = 34;
/** Ten widths of quiet zone on either side, as Code 128 asks (ISO/IEC 15417). */
const QUIET_ZONE = 10;
const NORMAL = 400;

/**
 * A document for a roll of 80 mm, written from top to bottom and cut below its last line. All fonts that it
 * uses are embedded. Text of any length wraps; what is written right to left is shaped and ordered so.
 */
export class RollDocument {
  readonly #pdf: PDFKit.PDFDocument;
  readonly #drawings: Array<() => void> = [];
  readonly #registered = new Set<string>();
  readonly #widthsEm = new Map<string, number>();
  #heightPt = MARGIN_PT;

  constructor(title: string) {
    this.#pdf = new PDFDocument({
      autoFirstPage: false,
      font: fontPath('noto-sans-latin', NORMAL),
      info: { Title: title, Producer: 'Tillroom', Creator: 'Tillroom' },
    });
  }

  /** A paragraph; its own line breaks stay. */
  text(text: string, { align = 'left', ...style }: TextStyle & { align?: Align } = {}): void {
    for (const line of this.#wrap(text, style, CONTENT_WIDTH_PT)) {
      const free = CONTENT_WIDTH_PT - line.widthPt;
      this.#add(lineHeight(style), (topPt) =>
        this.#drawLine(line, style, { xPt: MARGIN_PT + free * shareBefore(line, align), topPt }),
      );
    }
  }

  /** What stands at the left, wrapped, with an amount at the right of its first line. */
  row(left: string, right: string, style: TextStyle = {}): void {
    const [amount] = this.#wrap(right, style, CONTENT_WIDTH_PT);
    const amountWidth = amount?.widthPt ?? 0;
    const lines = this.#wrap(left, style, CONTENT_WIDTH_PT - amountWidth - COLUMN_GAP_PT);
    for (const [index, line] of lines.entries()) {
      this.#add(lineHeight(style), (topPt) => {
        this.#drawLine(line, style, { xPt: MARGIN_PT, topPt });
        if (amount && index === 0) {
          this.#drawLine(amount, style, { xPt: PAPER_WIDTH_PT - MARGIN_PT - amountWidth, topPt });
        }
      });
    }
  }

  gap(heightPt: number): void {
    this.#add(heightPt, () => undefined);
  }

  rule(): void {
    this.#add(7, (topPt) => {
      const y = topPt + 3.5;
      this.#pdf
        .moveTo(MARGIN_PT, y)
        .lineTo(PAPER_WIDTH_PT - MARGIN_PT, y)
        .lineWidth(0.5)
        .stroke('black');
    });
  }

  /** A text of printable ASCII as Code 128, across the roll. */
  barcode(text: string): void {
    const { bars, width } = code128Bars(text);
    const unitPt = Math.min(1, CONTENT_WIDTH_PT / (width + 2 * QUIET_ZONE));
    const leftPt = (PAPER_WIDTH_PT - width * unitPt) / 2;
    this.#add(BARCODE_HEIGHT_PT, (topPt) => {
      for (const bar of bars) {
        this.#pdf.rect(leftPt + bar.left * unitPt, topPt, bar.width * unitPt, BARCODE_HEIGHT_PT);
      }
      this.#pdf.fill('black');
    });
  }

  /** The finished file. */
  async bytes(): Promise<Buffer> {
    const chunks: Buffer[] = [];
    const ended = new Promise<void>((resolve, reject) => {
      this.#pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
      this.#pdf.on('end', resolve);
      this.#pdf.on('error', reject);
    });
    this.#pdf.addPage({ size: [PAPER_WIDTH_PT, this.#heightPt + MARGIN_PT], margin: 0 });
    for (const draw of this.#drawings) draw();
    this.#pdf.end();
    await ended;
    return Buffer.concat(chunks);
  }

  #add(heightPt: number, draw: (topPt: number) => void): void {
    const topPt = this.#heightPt;
    this.#drawings.push(() => draw(topPt));
    this.#heightPt += heightPt;
  }

  #drawLine(
    line: Line,
    { sizePt = BODY_SIZE_PT, weight = NORMAL }: TextStyle,
    at: { xPt: number; topPt: number },
  ): void {
    const baselinePt = at.topPt + sizePt * ASCENT;
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

  #wrap(text: string, style: TextStyle, widthPt: number): Line[] {
    return text.split('\n').flatMap((paragraph) => this.#wrapParagraph(paragraph, style, widthPt));
  }

  #wrapParagraph(paragraph: string, style: TextStyle, widthPt: number): Line[] {
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

  #lineOf(text: string, { sizePt = BODY_SIZE_PT, weight = NORMAL }: TextStyle): Line {
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
    return { runs, widthPt, rightToLeft: isRightToLeft(text) };
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

function lineHeight({ sizePt = BODY_SIZE_PT }: TextStyle): number {
  return sizePt * LINE_HEIGHT;
}

/** Features, even none, make the font lay a run out as a whole, which letters that join need. */
function layoutOf({ rightToLeft }: TextRun): { features?: [] } {
  return rightToLeft ? { features: [] } : {};
}

/** How much of the free width stands before a line; what is written right to left begins at the right. */
function shareBefore({ rightToLeft }: Line, align: Align): number {
  if (align === 'center') return 0.5;
  return (align === 'right') === rightToLeft ? 0 : 1;
}
