/** The papers that labels come on: sheets of many, or rolls with one label a page. Millimetres throughout. */
export interface LabelLayout {
  paper: 'a4' | 'letter' | 'roll';
  pageWidthMm: number;
  pageHeightMm: number;
  widthMm: number;
  heightMm: number;
  columns: number;
  rows: number;
  /** From the page's edges to the first label. */
  leftMm: number;
  topMm: number;
  /** Between one label and the next. */
  columnGapMm: number;
  rowGapMm: number;
}

const MM_PER_INCH = 25.4;
/** The least width of a bar that a shop's scanners read from any printer (GS1 General Specifications, 5.12). */
const MIN_MODULE_MM = 0.25;
const MAX_MODULE_MM = 0.5;
/** A dot of the label printers with 203 dots an inch, to whose whole dots bars are drawn on rolls. */
const ROLL_DOT_MM = 0.125;
/** Dimensions in inches come out a hair beside their millimetres. */
const TINY = 1e-9;

type Grid = Pick<LabelLayout, 'columns' | 'rows' | 'widthMm' | 'heightMm'> &
  Partial<Pick<LabelLayout, 'columnGapMm' | 'rowGapMm'>>;

/** Sheets have as much paper left over on one side as on the other. */
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

/** The common layouts, with the measures that their makers print on the box. */
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

/** How many labels a page has. */
export function labelsAPage({ columns, rows }: LabelLayout): number {
  return columns * rows;
}

/** Where a place of a page begins; places count from 0, row by row. */
export function placeOnPage(layout: LabelLayout, place: number): { xMm: number; yMm: number } {
  const column = place % layout.columns;
  const row = Math.floor(place / layout.columns);
  return {
    xMm: layout.leftMm + column * (layout.widthMm + layout.columnGapMm),
    yMm: layout.topMm + row * (layout.heightMm + layout.rowGapMm),
  };
}

/** A label on its page: `item` is the place of what it shows in the list. */
export interface PlacedLabel {
  item: number;
  place: number;
}

/**
 * Lays copies of labels out on pages, one after another.
 * @param copies how many labels each item of the list gets; 0 is none
 * @param startAt the first free place of the first page, from 0
 * @returns the labels of each page; no page for no label
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
 * How wide the narrowest bar of a code is drawn.
 * @param modules the width of the code in narrowest bars, quiet zones included
 * @param widthMm the room there is
 * @returns 0.25 to 0.5 mm, on rolls whole dots; null where the code does not fit
 */
export function moduleWidth(layout: LabelLayout, modules: number, widthMm: number): number | null {
  const widest = Math.min(MAX_MODULE_MM, widthMm / modules);
  const drawn = layout.paper === 'roll' ? Math.floor(widest / ROLL_DOT_MM + TINY) * ROLL_DOT_MM : widest;
  return drawn < MIN_MODULE_MM - TINY ? null : drawn;
}
