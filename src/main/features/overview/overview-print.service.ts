import type { SettingsService } from '#main/features/settings/index';
import { type Ctx, may } from '#main/platform/ctx';
import type { Drawing } from '#main/platform/printing/drawing';
import { pdfFile } from '#main/platform/printing/pdf-file';
import type { ParsedInputs } from '#shared/contract/index';
import type { StockList } from '#shared/documents/stock-list';
import { dayOf } from '#shared/kernel/time';
import type { OverviewDrawings } from './drawings';
import type { OverviewService } from './overview.service';

const PRINTED_ROWS = { offset: 0, limit: 2000 };

interface Needs {
  settings: SettingsService;
  drawing: Drawing<OverviewDrawings>;
}

/** The lists of the overview as PDF, for use at the shelf. */
export class OverviewPrintService {
  readonly #overview: OverviewService;
  readonly #settings: SettingsService;
  readonly #drawing: Drawing<OverviewDrawings>;

  constructor(overview: OverviewService, { settings, drawing }: Needs) {
    this.#overview = overview;
    this.#settings = settings;
    this.#drawing = drawing;
  }

  /**
   * A list on A4, at most 2,000 rows; values only for people who may see cost.
   * @throws NOT_FOUND for an unknown category.
   */
  async pdf(ctx: Ctx, input: ParsedInputs['overview']['pdf']): Promise<File> {
    const store = this.#settings.current;
    const values = may(ctx, 'seeCost');
    const stock = await this.#list(ctx, input);
    const printing = { store, now: ctx.now, values };
    const bytes = await this.#drawing.runLong('overview.list', { stock, printing });
    return pdfFile(bytes, `stock-${input.list}-${dayOf(ctx.now, store.timeZone)}.pdf`);
  }

  async #list(ctx: Ctx, { list, categoryId }: ParsedInputs['overview']['pdf']): Promise<StockList> {
    switch (list) {
      case 'categories':
        return { list, ...(await this.#overview.categories(ctx, categoryId)) };
      case 'locations':
        return { list, rows: await this.#overview.locations(ctx) };
      case 'low':
        return { list, ...(await this.#overview.low(ctx, PRINTED_ROWS)) };
      case 'expiring':
        return { list, ...(await this.#overview.expiring(ctx, PRINTED_ROWS)) };
    }
  }
}
