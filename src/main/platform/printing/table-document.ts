import { setImmediate as nextTurn } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import {
  type Align,
  bytesOf,
  lineHeight,
  NO_FONT,
  type SetLine,
  shareBefore,
  TextSetter,
  type TextStyle,
} from './text-setter';

interface TableColumn {
  heading: string;
  /** Its width relative to the other columns: 2 is twice as wide as 1. */
  share: number;
  /** 'right' for figures. */
  align?: Exclude<Align, 'center'>;
}

interface TableDocumentHead {
  title: string;
  /** Lines below the title, such as the store, the day and the filter. */
  facts: readonly string[];
  columns: readonly TableColumn[];
  /** The footer of a page, such as "Page 2 of 5". */
  pageText: (page: number, of: number) => string;
}

interface Row {
  cells: readonly string[];
  style: TextStyle;
}

const PT_PER_MM = 72 / 25.4;
const PAGE_WIDTH_PT = 210 * PT_PER_MM;
const PAGE_HEIGHT_PT = 297 * PT_PER_MM;
const MARGIN_PT = 15 * PT_PER_MM;
const CONTENT_WIDTH_PT = PAGE_WIDTH_PT - 2 * MARGIN_PT;
const FOOT_PT = PAGE_HEIGHT_PT - MARGIN_PT;
const COLUMN_GAP_PT = 8;
const ROW_PADDING_PT = 2.5;
/** Space for signing: the height above the signature lines, and the gap between them. */
const SIGNATURES_PT = 72;
const SIGNATURE_GAP_PT = 40;

const RULE_COLOUR = '#777777';

const TITLE = { sizePt: 16, weight: 700 } as const;
const FACT = { sizePt: 9 } as const;
const HEADING = { sizePt: 8.5, weight: 700 } as const;
const CELL = { sizePt: 8.5 } as const;
const TOTAL = { sizePt: 8.5, weight: 700 } as const;
/** How many rows are laid out before it yields to other work: a few milliseconds. */
const ROWS_A_TURN = 25;

/**
 * A table on A4 pages, with repeated headings, page numbers and embedded fonts. Cells wrap; a row is only split if it
 * is longer than a page.
 */
export class TableDocument {
  readonly #pdf: InstanceType<typeof PDFDocument>;
  readonly #setter: TextSetter;
  readonly #head: TableDocumentHead;
  readonly #columns: Array<TableColumn & { xPt: number; widthPt: number }>;
  readonly #rows: Row[] = [];
  #signatures: readonly string[] = [];
  #topPt = MARGIN_PT;

  constructor(head: TableDocumentHead) {
    this.#head = head;
    this.#columns = placed(head.columns);
    this.#pdf = new PDFDocument({
      autoFirstPage: false,
      bufferPages: true,
      font: NO_FONT,
      info: { Title: head.title, Producer: 'Tillroom', Creator: 'Tillroom' },
    });
    this.#setter = new TextSetter(this.#pdf);
  }

  /** Adds a row with one cell per column, in their order. */
  row(cells: readonly string[]): void {
    this.#rows.push({ cells, style: CELL });
  }

  /** Adds a row in bold, for a total or the start of a section. */
  boldRow(cells: readonly string[]): void {
    this.#rows.push({ cells, style: TOTAL });
  }

  /** Adds space for signatures below the table, with a line and a name for each. */
  signatures(names: readonly string[]): void {
    this.#signatures = names;
  }

  /** The finished file. Its layout yields to other work. */
  async bytes(): Promise<Buffer> {
    const bytes = bytesOf(this.#pdf);
    this.#startPage();
    this.#paragraph(this.#head.title, TITLE);
    for (const fact of this.#head.facts) this.#paragraph(fact, FACT);
    this.#topPt += 8;
    this.#headings();
    for (const [index, row] of this.#rows.entries()) {
      if (index % ROWS_A_TURN === ROWS_A_TURN - 1) await nextTurn();
      this.#layRow(row);
    }
    this.#laySignatures();
    this.#numberPages();
    this.#pdf.end();
    return bytes;
  }

  #startPage(): void {
    this.#pdf.addPage({ size: [PAGE_WIDTH_PT, PAGE_HEIGHT_PT], margin: 0 });
    this.#topPt = MARGIN_PT;
  }

  #paragraph(text: string, style: TextStyle): void {
    for (const line of this.#setter.wrap(text, style, CONTENT_WIDTH_PT)) {
      const free = CONTENT_WIDTH_PT - line.widthPt;
      this.#setter.draw(line, style, {
        xPt: MARGIN_PT + free * shareBefore(line, 'left'),
        topPt: this.#topPt,
      });
      this.#topPt += lineHeight(style);
    }
  }

  #headings(): void {
    this.#layLines(
      this.#wrapped({ cells: this.#columns.map(({ heading }) => heading), style: HEADING }),
      HEADING,
    );
    this.#rule(0.8);
  }

  #layRow(row: Row): void {
    let cells = this.#wrapped(row);
    const lineCount = Math.max(...cells.map((lines) => lines.length));
    const heightPt = lineCount * lineHeight(row.style) + 2 * ROW_PADDING_PT;
    if (this.#topPt + heightPt > FOOT_PT) this.#goOn();
    // A row that is longer than the rest of the page continues on the next one.
    while (cells.some((lines) => lines.length > this.#linesLeft(row.style))) {
      const fitting = this.#linesLeft(row.style);
      this.#layLines(
        cells.map((lines) => lines.slice(0, fitting)),
        row.style,
      );
      cells = cells.map((lines) => lines.slice(fitting));
      this.#goOn();
    }
    this.#layLines(cells, row.style);
    this.#rule(0.25);
  }

  #laySignatures(): void {
    if (this.#signatures.length === 0) return;
    if (this.#topPt + SIGNATURES_PT > FOOT_PT) this.#startPage();
    const linePt = this.#topPt + SIGNATURES_PT - lineHeight(FACT) - 4;
    for (const { heading, xPt, widthPt } of placed(
      this.#signatures.map((name) => ({ heading: name, share: 1 })),
      SIGNATURE_GAP_PT,
    )) {
      this.#pdf
        .moveTo(xPt, linePt)
        .lineTo(xPt + widthPt, linePt)
        .lineWidth(0.5)
        .stroke('black');
      const [line] = this.#setter.wrap(heading, FACT, widthPt);
      if (line) this.#setter.draw(line, FACT, { xPt, topPt: linePt + 4 });
    }
    this.#topPt += SIGNATURES_PT;
  }

  /** Starts the next page and repeats the headings. */
  #goOn(): void {
    this.#startPage();
    this.#headings();
  }

  #linesLeft(style: TextStyle): number {
    return Math.max(1, Math.floor((FOOT_PT - this.#topPt - 2 * ROW_PADDING_PT) / lineHeight(style)));
  }

  #wrapped({ cells, style }: Row): SetLine[][] {
    return this.#columns.map(({ widthPt }, index) => this.#setter.wrap(cells[index] ?? '', style, widthPt));
  }

  #layLines(cells: readonly SetLine[][], style: TextStyle): void {
    for (const [index, lines] of cells.entries()) {
      const column = this.#columns[index];
      if (!column) continue;
      for (const [place, line] of lines.entries()) {
        const free = column.widthPt - line.widthPt;
        this.#setter.draw(line, style, {
          xPt: column.xPt + free * shareBefore(line, column.align ?? 'left'),
          topPt: this.#topPt + ROW_PADDING_PT + place * lineHeight(style),
        });
      }
    }
    const lineCount = Math.max(...cells.map((lines) => lines.length));
    this.#topPt += lineCount * lineHeight(style) + 2 * ROW_PADDING_PT;
  }

  #rule(widthPt: number): void {
    this.#pdf
      .moveTo(MARGIN_PT, this.#topPt)
      .lineTo(PAGE_WIDTH_PT - MARGIN_PT, this.#topPt)
      .lineWidth(widthPt)
      .stroke(RULE_COLOUR);
  }

  #numberPages(): void {
    const { count } = this.#pdf.bufferedPageRange();
    for (let page = 0; page < count; page += 1) {
      this.#pdf.switchToPage(page);
      const [line] = this.#setter.wrap(this.#head.pageText(page + 1, count), FACT, CONTENT_WIDTH_PT);
      if (!line) continue;
      const xPt = MARGIN_PT + CONTENT_WIDTH_PT - line.widthPt;
      this.#setter.draw(line, FACT, { xPt, topPt: FOOT_PT + 8 });
    }
  }
}

function placed(
  columns: readonly TableColumn[],
  gapPt = COLUMN_GAP_PT,
): Array<TableColumn & { xPt: number; widthPt: number }> {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const freePt = CONTENT_WIDTH_PT - gapPt * (columns.length - 1);
  let xPt = MARGIN_PT;
  return columns.map((column) => {
    const widthPt = (freePt * column.share) / shares;
    const place = { ...column, xPt, widthPt };
    xPt += widthPt + gapPt;
    return place;
  });
}
