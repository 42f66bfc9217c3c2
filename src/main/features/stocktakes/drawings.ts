import type { DrawingTypes } from '#main/platform/printing/drawing';
import { paperPdf } from '#main/platform/printing/paper-pdf';
import {
  type CountSheet,
  countSheet,
  type DifferenceSheet,
  differenceSheet,
} from '#shared/documents/count-sheet';

/** The drawings of stocktakes. */
export const stocktakeDrawings = {
  /** A count sheet as PDF. */
  'stocktakes.count': (sheet: CountSheet) => paperPdf(countSheet(sheet)),
  /** A list of differences as PDF. */
  'stocktakes.differences': (sheet: DifferenceSheet) => paperPdf(differenceSheet(sheet)),
};

export type StocktakeDrawings = DrawingTypes<typeof stocktakeDrawings>;
