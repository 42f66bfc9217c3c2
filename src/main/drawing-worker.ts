import { labelDrawings } from '#main/features/labels/drawings';
import { overviewDrawings } from '#main/features/overview/drawings';
import { stocktakeDrawings } from '#main/features/stocktakes/drawings';
import { paperDrawings } from '#main/platform/printing/drawings';
import { serveDrawings } from '#main/platform/printing/serve-drawings';

/** The entry point of the threads that draw: all drawings there are. */
const drawings = {
  ...labelDrawings,
  ...overviewDrawings,
  ...paperDrawings,
  ...stocktakeDrawings,
};

export type StoreDrawings = typeof drawings;

serveDrawings(drawings);
