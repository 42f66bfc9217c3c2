/** A kind of label paper: sheets with many labels, or rolls with one label per page. All lengths in millimetres. */
export interface LabelLayout {
  paper: 'a4' | 'letter' | 'roll';
  pageWidthMm: number;
  pageHeightMm: number;
  widthMm: number;
  heightMm: number;
  columns: number;
  rows: number;
  /** From the edges of the page to the first label. */
  leftMm: number;
  topMm: number;
  /** Between one label and the next. */
  columnGapMm: number;
  rowGapMm: number;
}

const MM_PER_INCH = 25.4;
/** The narrowest bar that scanners in shops can read from any printer (GS1 General Specifications, 5.12). */
const MIN_MODULE_MM = 0.25;
const MAX_MODULE_MM = 0.5;
/** The dot size of label printers with 203 dots per inch. On rolls, bars are a whole number of dots wide. */
const ROLL_DOT_MM = 0.125;
/** The tolerance for rounding errors of dimensions converted from inches. */
const TINY = 1e-9;

type Grid = Pick<LabelLayout, 'columns' | 'rows' | 'widthMm' | 'heightMm'> &
  Partial<Pick<LabelLayout, 'columnGapMm' | 'rowGapMm'>>;

/** On a sheet, opposite margins are equal. */
function sheet(paper: 'a4' | 'letter', grid: Grid): LabelLayout {
  const page =
    paper === 'a4'
      ? { pageWidthMm: 210, pageHeightMm: 297 }
      : { pageWidthMm: 8.5 * MM_PER_INCH, pageHeightMm: 11 * MM_PER_INCH };
  const { columns, rows, widthMm, heightMm, columnGapMm = 0, rowGapMm = 0 } = grid;
  const usedMm = {
    width: columns * widthMm + (columns - 1) * columnGapMm,
    height: rows * heightMm + (rows - 1) * rowGapMm,
  };
  return {
    paper,
    ...page,
    columns,
    rows,
    widthMm,
    heightMm,
    columnGapMm,
    rowGapMm,
    leftMm: (page.pageWidthMm - usedMm.width) / 2,
    topMm: (page.pageHeightMm - usedMm.height) / 2,
  };
}

function roll(widthMm: number, heightMm: number): LabelLayout {
  return {
    paper: 'roll',
    pageWidthMm: widthMm,
    pageHeightMm: heightMm,
    widthMm,
    heightMm,
    columns: 1,
    rows: 1,
    leftMm: 0,
    topMm: 0,
    columnGapMm: 0,
    rowGapMm: 0,
  };
}

/** The common layouts, with the dimensions that their makers print on the box. */
export const LABEL_LAYOUTS = {
  'a4-3x8': sheet('a4', { columns: 3, rows: 8, widthMm: 70, heightMm: 37 }),
  'a4-3x7': sheet('a4', { columns: 3, rows: 7, widthMm: 63.5, heightMm: 38.1, columnGapMm: 2.5 }),
  'a4-2x7': sheet('a4', { columns: 2, rows: 7, widthMm: 99.1, heightMm: 38.1, columnGapMm: 2.5 }),
  'a4-4x10': sheet('a4', { columns: 4, rows: 10, widthMm: 48.5, heightMm: 25.4 }),
  'a4-5x13': sheet('a4', { columns: 5, rows: 13, widthMm: 38.1, heightMm: 21.2, columnGapMm: 2.5 }),
  'letter-3x10': sheet('letter', {
    columns: 3,
    rows: 10,
    widthMm: 2.625 * MM_PER_INCH,
    heightMm: MM_PER_INCH,
    columnGapMm: 0.125 * MM_PER_INCH,
  }),
  'letter-2x5': sheet('letter', {
    columns: 2,
    rows: 5,
    widthMm: 4 * MM_PER_INCH,
    heightMm: 2 * MM_PER_INCH,
    columnGapMm: 0.1875 * MM_PER_INCH,
  }),
  'roll-57x32': roll(57, 32),
  'roll-62x29': roll(62, 29),
  'roll-50x25': roll(50, 25),
  'roll-102x51': roll(102, 51),
} as const satisfies Record<string, LabelLayout>;

export type LabelLayoutId = keyof typeof LABEL_LAYOUTS;
export const LABEL_LAYOUT_IDS = Object.keys(LABEL_LAYOUTS) as [LabelLayoutId, ...LabelLayoutId[]];

/** The number of labels on a page. */
export function labelsAPage({ columns, rows }: LabelLayout): number {
  return columns * rows;
}

/** The upper left corner of a label on its page; `place` counts from 0, row by row. */
export function placeOnPage(layout: LabelLayout, place: number): { xMm: number; yMm: number } {
  const column = place % layout.columns;
  const row = Math.floor(place / layout.columns);
  return {
    xMm: layout.leftMm + column * (layout.widthMm + layout.columnGapMm),
    yMm: layout.topMm + row * (layout.heightMm + layout.rowGapMm),
  };
}

/** A label on its page: `item` is the index of its item in the list. */
export interface PlacedLabel {
  item: number;
  place: number;
}

/**
 * Lays out copies of labels on pages, one after another.
 * @param copies the number of labels for each item of the list; 0 is none
 * @param startAt the first free place of the first page, from 0
 * @returns the labels of each page; no pages when there are no labels
 */
export function pagesOf(layout: LabelLayout, copies: readonly number[], startAt: number): PlacedLabel[][] {
  const places = labelsAPage(layout);
  const pages: PlacedLabel[][] = [];
  let next = Math.min(startAt, places - 1);
  for (const [item, count] of copies.entries()) {
    for (let copy = 0; copy < count; copy += 1) {
      const page = Math.floor(next / places);
      const labels = pages[page] ?? [];
      labels.push({ item, place: next % places });
      pages[page] = labels;
      next += 1;
    }
  }
  return pages;
}

/**
 * The width of the narrowest bar of a code.
 * @param modules the width of the code in narrowest bars, including quiet zones
 * @param widthMm the available width
 * @returns 0.25 to 0.5 mm, a whole number of dots on rolls; null when the code does not fit
 */
export function moduleWidth(layout: LabelLayout, modules: number, widthMm: number): number | null {
  const widest = Math.min(MAX_MODULE_MM, widthMm / modules);
  const drawn = layout.paper === 'roll' ? Math.floor(widest / ROLL_DOT_MM + TINY) * ROLL_DOT_MM : widest;
  return drawn < MIN_MODULE_MM - TINY ? null : drawn;
}
