import type { DrawingTypes } from '#main/platform/printing/drawing';
import { paperPdf } from '#main/platform/printing/paper-pdf';
import { type StockList, type StockPrinting, stockListPaper } from '#shared/documents/stock-list';

/** The drawings of the overview. */
export const overviewDrawings = {
  /** A list of the overview as PDF. */
  'overview.list': ({ stock, printing }: { stock: StockList; printing: StockPrinting }) =>
    paperPdf(stockListPaper(stock, printing)),
};

export type OverviewDrawings = DrawingTypes<typeof overviewDrawings>;
