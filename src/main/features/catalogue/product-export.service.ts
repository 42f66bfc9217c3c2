import type { SettingsService } from '#main/features/settings/index';
import { type Ctx, may } from '#main/platform/ctx';
import type { JobService } from '#main/platform/jobs/job.service';
import type { Reading } from '#main/platform/reading/reading';
import type { Job } from '#shared/contract/jobs';
import { dayOf } from '#shared/kernel/time';
import { chosenBy, type ProductChoice } from './product-list.service';
import type { CatalogueReadings } from './readings';

/** Writes a list of products as CSV, in the background. */
export class ProductExportService {
  readonly #settings: SettingsService;
  readonly #jobs: JobService;
  readonly #reading: Reading<CatalogueReadings>;

  constructor(settings: SettingsService, jobs: JobService, reading: Reading<CatalogueReadings>) {
    this.#settings = settings;
    this.#jobs = jobs;
    this.#reading = reading;
  }

  /**
   * Starts writing all products of a list, in its order or by name; without the cost for people who may not see it. The
   * job's figure `rows` is their number.
   * @throws JOB_RUNNING, and NOT_PERMITTED for sorting by cost by a person who may not see it.
   */
  start(ctx: Ctx, choice: ProductChoice): Job {
    const { currency, timeZone } = this.#settings.current;
    const order = { ...chosenBy(ctx, choice, timeZone), currency, seesCost: may(ctx, 'seeCost') };
    return this.#jobs.start(ctx, { kind: 'productExport', label: '', total: null }, async (run) => {
      const { place } = run.openFile(`products-${dayOf(ctx.now, timeZone)}.csv`, 'text/csv');
      const rows = await this.#reading.runLong('catalogue.export', { ...order, place }, run);
      run.progress(rows);
      return { summary: { rows } };
    });
  }
}
