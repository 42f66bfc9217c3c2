import PDFDocument from 'pdfkit';
import type { TableColumn } from '#shared/documents/blocks';
import { type PlacedColumn, placedColumns } from './columns';
import {
  bytesOf,
  lineHeight,
  NO_FONT,
  type SetLine,
  shareBefore,
  TextSetter,
  type TextStyle,
} from './text-setter';

interface Table {
  columns: readonly TableColumn<string>[];
  rows: readonly (readonly string[])[];
  /** In bold, below the rows. */
  total?: readonly string[] | undefined;
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

/**
 * A document on A4 pages, written from top to bottom, with page numbers and embedded fonts. A table repeats its headings
 * on each page; its cells wrap, and a row is only split if it is longer than a page.
 */
export class PageDocument {
  readonly #pdf: InstanceType<typeof PDFDocument>;
  readonly #setter: TextSetter;
  #topPt = MARGIN_PT;

  constructor(title: string) {
    this.#pdf = new PDFDocument({
      autoFirstPage: false,
      bufferPages: true,
      font: NO_FONT,
      info: { Title: title, Producer: 'Tillroom', Creator: 'Tillroom' },
    });
    this.#setter = new TextSetter(this.#pdf);
    this.#startPage();
  }

  heading(text: string): void {
    this.#paragraph(text, TITLE);
  }

  /** Adds a paragraph for each text, and space below them. */
  lines(texts: readonly string[]): void {
    for (const text of texts) this.#paragraph(text, FACT);
    this.#topPt += 8;
  }

  /** Adds a table with one cell per column in each row. */
  table({ columns, rows, total }: Table): void {
    const placed = placedColumns(columns, {
      leftPt: MARGIN_PT,
      widthPt: CONTENT_WIDTH_PT,
      gapPt: COLUMN_GAP_PT,
    });
    this.#headings(placed);
    for (const cells of rows) this.#layRow(placed, { cells, style: CELL });
    if (total) this.#layRow(placed, { cells: total, style: TOTAL });
  }

  /** Adds space for signatures, with a line and a name for each. */
  signatures(names: readonly string[]): void {
    if (this.#topPt + SIGNATURES_PT > FOOT_PT) this.#startPage();
    const linePt = this.#topPt + SIGNATURES_PT - lineHeight(FACT) - 4;
    const columns = names.map((heading) => ({ heading, share: 1 }));
    const place = { leftPt: MARGIN_PT, widthPt: CONTENT_WIDTH_PT, gapPt: SIGNATURE_GAP_PT };
    for (const { heading, xPt, widthPt } of placedColumns(columns, place)) {
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

  /**
   * The finished file.
   * @param footer the text below a page, such as "Page 2 of 5"
   */
  async bytes(footer: (page: string, pages: string) => string): Promise<Buffer<ArrayBuffer>> {
    const bytes = bytesOf(this.#pdf);
    this.#numberPages(footer);
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

  #headings(columns: readonly PlacedColumn[]): void {
    const row = { cells: columns.map(({ heading }) => heading), style: HEADING };
    this.#layLines(columns, this.#wrapped(columns, row), HEADING);
    this.#rule(0.8);
  }

  #layRow(columns: readonly PlacedColumn[], row: Row): void {
    let cells = this.#wrapped(columns, row);
    const lineCount = Math.max(...cells.map((lines) => lines.length));
    const heightPt = lineCount * lineHeight(row.style) + 2 * ROW_PADDING_PT;
    if (this.#topPt + heightPt > FOOT_PT) this.#goOn(columns);
    // A row that is longer than the rest of the page continues on the next one.
    while (cells.some((lines) => lines.length > this.#linesLeft(row.style))) {
      const fitting = this.#linesLeft(row.style);
      this.#layLines(
        columns,
        cells.map((lines) => lines.slice(0, fitting)),
        row.style,
      );
      cells = cells.map((lines) => lines.slice(fitting));
      this.#goOn(columns);
    }
    this.#layLines(columns, cells, row.style);
    this.#rule(0.25);
  }

  /** Starts the next page and repeats the headings. */
  #goOn(columns: readonly PlacedColumn[]): void {
    this.#startPage();
    this.#headings(columns);
  }

  #linesLeft(style: TextStyle): number {
    return Math.max(1, Math.floor((FOOT_PT - this.#topPt - 2 * ROW_PADDING_PT) / lineHeight(style)));
  }

  #wrapped(columns: readonly PlacedColumn[], { cells, style }: Row): SetLine[][] {
    return columns.map(({ widthPt }, index) => this.#setter.wrap(cells[index] ?? '', style, widthPt));
  }

  #layLines(columns: readonly PlacedColumn[], cells: readonly SetLine[][], style: TextStyle): void {
    for (const [index, lines] of cells.entries()) {
      const column = columns[index];
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

  #numberPages(footer: (page: string, pages: string) => string): void {
    const { count } = this.#pdf.bufferedPageRange();
    for (let page = 0; page < count; page += 1) {
      this.#pdf.switchToPage(page);
      const [line] = this.#setter.wrap(footer(String(page + 1), String(count)), FACT, CONTENT_WIDTH_PT);
      if (!line) continue;
      const xPt = MARGIN_PT + CONTENT_WIDTH_PT - line.widthPt;
      this.#setter.draw(line, FACT, { xPt, topPt: FOOT_PT + 8 });
    }
  }
}
