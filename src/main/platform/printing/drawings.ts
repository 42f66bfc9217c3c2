import type { DrawingTypes } from './drawing';
import { paperPdf } from './paper-pdf';

/** The drawings that all features use. */
export const paperDrawings = {
  /** A printed document as PDF. */
  'paper.pdf': paperPdf,
};

export type PaperDrawings = DrawingTypes<typeof paperDrawings>;
