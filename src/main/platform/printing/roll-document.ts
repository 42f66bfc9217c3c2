import PDFDocument from 'pdfkit';
import type { TableColumn } from '#shared/documents/blocks';
import { barcodeBars } from './barcode-bars';
import { placedColumns } from './columns';
import {
  type Align,
  bytesOf,
  lineHeight,
  NO_FONT,
  shareBefore,
  TextSetter,
  type TextStyle,
} from './text-setter';

const PT_PER_MM = 72 / 25.4;
const PAPER_WIDTH_PT = 80 * PT_PER_MM;
const MARGIN_PT = 4 * PT_PER_MM;
const CONTENT_WIDTH_PT = PAPER_WIDTH_PT - 2 * MARGIN_PT;
const COLUMN_GAP_PT = 8;
const TABLE_GAP_PT = 4;
const BARCODE_HEIGHT_PT = 34;

interface Table {
  columns: readonly TableColumn<string>[];
  rows: readonly (readonly string[])[];
}

/**
 * A document for a roll of 80 mm, written from top to bottom and cut below its last line. All its fonts are embedded.
 * Text of any length wraps; right-to-left text is shaped and ordered correctly.
 */
export class RollDocument {
  readonly #pdf: PDFKit.PDFDocument;
  readonly #drawings: Array<() => void> = [];
  readonly #setter: TextSetter;
  #heightPt = MARGIN_PT;

  constructor(title: string) {
    this.#pdf = new PDFDocument({
      autoFirstPage: false,
      font: NO_FONT,
      info: { Title: title, Producer: 'Tillroom', Creator: 'Tillroom' },
    });
    this.#setter = new TextSetter(this.#pdf);
  }

  /** Adds a paragraph; its own line breaks are kept. */
  text(text: string, { align = 'left', ...style }: TextStyle & { align?: Align } = {}): void {
    for (const line of this.#setter.wrap(text, style, CONTENT_WIDTH_PT)) {
      const free = CONTENT_WIDTH_PT - line.widthPt;
      this.#add(lineHeight(style), (topPt) =>
        this.#setter.draw(line, style, { xPt: MARGIN_PT + free * shareBefore(line, align), topPt }),
      );
    }
  }

  /** Adds a wrapped text at the left with an amount at the right of its first line. */
  row(left: string, right: string, style: TextStyle = {}): void {
    const [amount] = this.#setter.wrap(right, style, CONTENT_WIDTH_PT);
    const amountWidth = amount?.widthPt ?? 0;
    const lines = this.#setter.wrap(left, style, CONTENT_WIDTH_PT - amountWidth - COLUMN_GAP_PT);
    for (const [index, line] of lines.entries()) {
      this.#add(lineHeight(style), (topPt) => {
        this.#setter.draw(line, style, { xPt: MARGIN_PT, topPt });
        if (amount && index === 0) {
          this.#setter.draw(amount, style, { xPt: PAPER_WIDTH_PT - MARGIN_PT - amountWidth, topPt });
        }
      });
    }
  }

  /** Adds a table without lines between its rows; cells wrap. */
  table({ columns, rows }: Table, style: TextStyle): void {
    const placed = placedColumns(columns, {
      leftPt: MARGIN_PT,
      widthPt: CONTENT_WIDTH_PT,
      gapPt: TABLE_GAP_PT,
    });
    for (const texts of [columns.map(({ heading }) => heading), ...rows]) {
      const cells = placed.map((column, index) => ({
        ...column,
        lines: this.#setter.wrap(texts[index] ?? '', style, column.widthPt),
      }));
      const lineCount = Math.max(...cells.map(({ lines }) => lines.length));
      this.#add(lineCount * lineHeight(style), (topPt) => {
        for (const { lines, xPt, widthPt, align = 'left' } of cells) {
          for (const [place, line] of lines.entries()) {
            this.#setter.draw(line, style, {
              xPt: xPt + (widthPt - line.widthPt) * shareBefore(line, align),
              topPt: topPt + place * lineHeight(style),
            });
          }
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

  /** Adds a text of printable ASCII as Code 128, centred on the roll. */
  barcode(text: string): void {
    const { bars, width } = barcodeBars('code128', text);
    const unitPt = Math.min(1, CONTENT_WIDTH_PT / width);
    const leftPt = (PAPER_WIDTH_PT - width * unitPt) / 2;
    this.#add(BARCODE_HEIGHT_PT, (topPt) => {
      for (const bar of bars) {
        this.#pdf.rect(leftPt + bar.left * unitPt, topPt, bar.width * unitPt, BARCODE_HEIGHT_PT);
      }
      this.#pdf.fill('black');
    });
  }

  /** The finished file. */
  async bytes(): Promise<Buffer<ArrayBuffer>> {
    const bytes = bytesOf(this.#pdf);
    this.#pdf.addPage({ size: [PAPER_WIDTH_PT, this.#heightPt + MARGIN_PT], margin: 0 });
    for (const draw of this.#drawings) draw();
    this.#pdf.end();
    return bytes;
  }

  #add(heightPt: number, draw: (topPt: number) => void): void {
    const topPt = this.#heightPt;
    this.#drawings.push(() => draw(topPt));
    this.#heightPt += heightPt;
  }
}
