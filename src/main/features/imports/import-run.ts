import { rmSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type ProductIntake, StagingStale } from '#main/features/catalogue/index';
import type { SettingsService } from '#main/features/settings/index';
import type { StockLedger } from '#main/features/stock/index';
import type { Clock } from '#main/platform/clock';
import type { Ctx } from '#main/platform/ctx';
import type { Database } from '#main/platform/database/database';
import { isInterruption, type JobRun } from '#main/platform/jobs/job.service';
import type { StoreLog } from '#main/platform/log/store-log';
import type { InUnit, Tx } from '#main/platform/work/connections';
import type { ImportChoices, ImportReason, ProductImport } from '#shared/contract/imports';
import { refuse } from '#shared/contract/refusals';
import { mulDivRound } from '#shared/kernel/money';
import { MILLI_PER_UNIT } from '#shared/kernel/quantity';
import { type CsvRow, rowsOf } from './csv-reader';
import { type ImportCounts, type ImportWrites, importWrites } from './import.queries';
import { planOf, rowReaderFor } from './import-plan';
import type { CheckedRow } from './row-check';
import type { ReadRow } from './row-reader';

/** An import that was started. */
interface StartedImport {
  importId: number;
  fileName: string;
  /** The path of the file; it is removed at the end. */
  place: string;
  choices: ImportChoices;
}

interface Needs {
  database: Database;
  intake: InUnit<ProductIntake>;
  ledger: InUnit<StockLedger>;
  settings: SettingsService;
  audit: InUnit<StoreLog>;
  clock: Clock;
}

/** The number of rows in one unit of work: few enough that a scan at the till hardly waits. */
const ROWS_AT_ONCE = 75;
/** How often a file is read again because the catalogue changed in the meantime. */
const ATTEMPTS = 3;

type Plan = ReturnType<typeof planOf>;

/** One reading of a file; the SKUs are those of its rows so far and of earlier attempts. */
interface Attempt {
  plan: InUnit<Plan>;
  tally: Tally;
  skus: ReadonlySet<string>;
}

/** Imports a file's products: staged in small units of work, then added to the store in a single one. */
export class ImportRun {
  readonly #needs: Needs;
  readonly #writes: InUnit<ImportWrites>;
  #current: StartedImport | null = null;

  constructor(needs: Needs) {
    this.#needs = needs;
    this.#writes = needs.database.inUnits(importWrites);
  }

  /** The import that has not yet cleared what it staged, even if it has ended otherwise. */
  get current(): { readonly fileName: string } | null {
    return this.#current;
  }

  /** Imports a file completely or leaves nothing of it. The job ends with the counts of its rows. */
  async run(ctx: Ctx, job: JobRun, started: StartedImport): Promise<void> {
    this.#current = started;
    try {
      await this.#untilNotStale(ctx, job, started);
    } catch (error) {
      await this.#needs.database.writes.run((tx) => {
        const writes = this.#writes.in(tx);
        writes.forgetRefusals.run(started.importId);
        writes.end(started.importId, stateWithout(job.signal), noCounts(), []);
      });
      throw error;
    } finally {
      await this.#clearStaging().finally(() => {
        this.#current = null;
        rmSync(started.place, { force: true });
      });
    }
  }

  /** Clears what an import left that was running when the program ended. */
  async clearLeftovers(): Promise<void> {
    await this.#needs.database.writes.run((tx) => {
      const writes = this.#writes.in(tx);
      const running = writes.running.get();
      if (!running) return;
      writes.forgetRefusals.run(running.id);
      writes.end(running.id, 'interrupted', noCounts(), []);
    });
    await this.#clearStaging();
  }

  /** Clears everything that is staged, in small steps, so that calls from the tills run in between. */
  async #clearStaging(): Promise<void> {
    const { database, intake } = this.#needs;
    while (await database.writes.run((tx) => intake.in(tx).forgetSome())) await nextTurn();
    await database.writes.run((tx) => intake.in(tx).forgetRest());
  }

  async #untilNotStale(ctx: Ctx, job: JobRun, started: StartedImport): Promise<void> {
    const skus = new Set<string>();
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      try {
        return await this.#attempt(ctx, job, started, skus);
      } catch (error) {
        if (!(error instanceof StagingStale)) throw error;
        await this.#clearStaging();
        await this.#needs.database.writes.run((tx) =>
          this.#writes.in(tx).forgetRefusals.run(started.importId),
        );
      }
    }
    throw refuse('CATALOGUE_BUSY', {});
  }

  async #attempt(ctx: Ctx, job: JobRun, started: StartedImport, skus: Set<string>): Promise<void> {
    const { database, settings } = this.#needs;
    const { place, choices } = started;
    const tally = new Tally();
    // Created in a unit of work, since that reads the store, and used in the units that follow.
    const plan = await database.writes.run(() => database.inUnits((tx) => this.#planIn(tx, ctx, choices)));
    const rowReader = rowReaderFor(ctx, choices, settings.current);
    for await (const rows of chunksOf(rowsBelowHeading(place, choices))) {
      job.signal.throwIfAborted();
      const read = rows.map((row) => rowReader.read(row));
      for (const { product } of read) if (product?.sku !== undefined) skus.add(product.sku);
      await database.writes.run((tx) => this.#stage(tx, started.importId, read, { plan, tally, skus }));
      job.progress(tally.rows);
      // Units of work alone let no calls from the tills in.
      await nextTurn();
    }
    job.signal.throwIfAborted();
    await database.writes.run((tx) => {
      this.#finish(tx, { ...ctx, now: this.#needs.clock() }, started, { plan, tally });
      const { importId } = started;
      job.endIn(tx, { summary: { importId, ...tally.counts, sameNames: tally.sameNames } });
    });
  }

  #planIn(tx: Tx, ctx: Ctx, choices: ImportChoices): Plan {
    const intake = this.#needs.intake.in(tx);
    return planOf(ctx, choices, {
      settings: this.#needs.settings.current,
      connection: tx,
      makers: {
        category: (category) => intake.stageCategory(category),
        supplier: (name, knownId) => intake.stageSupplier(name, knownId),
      },
    });
  }

  #stage(tx: Tx, importId: number, rows: readonly ReadRow[], { plan, tally, skus }: Attempt): void {
    const { check } = plan.in(tx);
    const checked = rows.map((read) => ({ ...check.check(read), row: read.row }));
    for (const one of checked) {
      const { outcome, problems, row } = one;
      tally.note(one);
      if (outcome === 'refused') this.#writes.in(tx).addRefusal(importId, { ...row, problems });
    }
    this.#needs.intake.in(tx).stage(
      checked.flatMap(({ staged }) => staged ?? []),
      (sku) => skus.has(sku),
    );
  }

  /** The only step with a visible effect: before it, nothing of the file is in the store. */
  #finish(
    tx: Tx,
    ctx: Ctx,
    { importId, fileName, choices }: StartedImport,
    { plan, tally }: Pick<Attempt, 'plan' | 'tally'>,
  ): void {
    const { intake, ledger, audit } = this.#needs;
    const openings = intake.in(tx).takeIn(ctx);
    const { locationId } = choices;
    if (locationId !== null) {
      const stock = ledger.in(tx);
      const { hasStock } = plan.in(tx);
      const origin = { ctx, locationId, reason: '', cause: 'import', causeId: importId } as const;
      for (const { productId, isNew, openingMilli: quantityMilli, costMinor } of openings) {
        const goods = { ...origin, productId, quantityMilli };
        if (isNew) stock.open({ ...goods, costMinor: mulDivRound(costMinor, quantityMilli, MILLI_PER_UNIT) });
        else if (hasStock(productId)) throw new StagingStale();
        else stock.move({ ...goods, kind: 'opening', batchId: null, allowNegative: false });
      }
    }
    this.#writes.in(tx).end(importId, 'done', tally.counts, tally.refusedFor);
    audit.in(tx).record(ctx, { entity: 'import', entityId: importId, label: fileName, after: tally.counts });
  }
}

/** Counts the outcomes of rows. */
class Tally {
  readonly counts = noCounts();
  readonly #reasons = new Map<ImportReason, number>();
  rows = 0;
  /** New products with the name of another one. */
  sameNames = 0;

  note({ outcome, problems, sameName }: CheckedRow): void {
    this.rows += 1;
    if (sameName) this.sameNames += 1;
    this.counts[COUNT_OF[outcome]] += 1;
    for (const reason of new Set(problems.map((problem) => problem.reason))) {
      this.#reasons.set(reason, (this.#reasons.get(reason) ?? 0) + 1);
    }
  }

  /** The reasons with their number of rows, most frequent first. */
  get refusedFor(): { reason: ImportReason; rows: number }[] {
    return [...this.#reasons].map(([reason, rows]) => ({ reason, rows })).sort((a, b) => b.rows - a.rows);
  }
}

const COUNT_OF = {
  new: 'created',
  update: 'updated',
  unchanged: 'unchanged',
  skipped: 'skipped',
  refused: 'refused',
} as const satisfies Record<CheckedRow['outcome'], keyof ImportCounts>;

function noCounts(): ImportCounts {
  return { created: 0, updated: 0, unchanged: 0, skipped: 0, refused: 0 };
}

/** The state of an import that did not succeed. */
function stateWithout(signal: AbortSignal): ProductImport['state'] {
  if (!signal.aborted) return 'failed';
  return isInterruption(signal) ? 'interrupted' : 'cancelled';
}

/** The rows of a file without its heading. */
export async function* rowsBelowHeading(place: string, choices: ImportChoices): AsyncGenerator<CsvRow> {
  let isHeading = true;
  for await (const row of rowsOf(place, choices)) {
    if (!isHeading) yield row;
    isHeading = false;
  }
}

async function* chunksOf(rows: AsyncIterable<CsvRow>): AsyncGenerator<CsvRow[]> {
  let chunk: CsvRow[] = [];
  for await (const row of rows) {
    chunk.push(row);
    if (chunk.length < ROWS_AT_ONCE) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
