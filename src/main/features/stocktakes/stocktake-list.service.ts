import type { SettingsService } from '#main/features/settings/index';
import { type Ctx, may } from '#main/platform/ctx';
import type { Drawing } from '#main/platform/printing/drawing';
import { pdfFile } from '#main/platform/printing/pdf-file';
import type { Reader } from '#main/platform/work/connections';
import type { Outputs, ParsedInputs } from '#shared/contract/index';
import { refuse } from '#shared/contract/refusals';
import { instantsOf, MINUTE_MS } from '#shared/kernel/time';
import type { StocktakeDrawings } from './drawings';
import { type StocktakeRow, stocktakeReads, toStocktake } from './stocktake.queries';
import { stocktakeLineList, stocktakeLineQueries } from './stocktake-line.queries';
import { stocktakeList } from './stocktake-list.queries';
import { figuresOf, lineView, type Sight, sightOf } from './stocktake-view';

type Calls = ParsedInputs['stocktakes'];
type Answers = Outputs['stocktakes'];

/** A person who counted within this time is shown as counting now. */
const NOW_MS = 10 * MINUTE_MS;

/** More lines than any store has entries. */
const ALL = 10_000_000;

interface Needs {
  settings: SettingsService;
  drawing: Drawing<StocktakeDrawings>;
}

/** Read access to stocktakes. */
export class StocktakeListService {
  readonly #settings: SettingsService;
  readonly #drawing: Drawing<StocktakeDrawings>;
  readonly #stocktakes;
  readonly #list;
  readonly #lines;
  readonly #lineList;

  constructor(reader: Reader, { settings, drawing }: Needs) {
    this.#settings = settings;
    this.#drawing = drawing;
    this.#stocktakes = stocktakeReads(reader);
    this.#list = stocktakeList(reader);
    this.#lines = stocktakeLineQueries(reader);
    this.#lineList = stocktakeLineList(reader);
  }

  /** The stocktakes, open ones first, then the newest; days are in the store's time zone, both inclusive. */
  list({ offset, limit, from, to, ...filter }: Calls['list']): Answers['list'] {
    const instants = instantsOf({ from, to }, this.#settings.current.timeZone);
    const { rows, ...total } = this.#list.page({ ...filter, ...instants }, { offset, limit });
    return { rows: rows.map(toStocktake), ...total };
  }

  /** A stocktake, the people counting and, from its review on, its totals. @throws NOT_FOUND */
  get(ctx: Ctx, id: number): Answers['get'] {
    const row = this.#row(id);
    const counters = this.#lines.counters.all(id).map(({ accountId, name, counts, lastAt }) => ({
      person: { id: accountId, name },
      counts,
      lastAt,
      now: ctx.now - lastAt < NOW_MS,
    }));
    const hasFigures = row.state === 'review' || row.state === 'posted';
    return { stocktake: toStocktake(row), counters, figures: hasFigures ? this.#figures(ctx, row) : null };
  }

  /** A page of items to count. In a blind count no differences are shown before its review. @throws NOT_FOUND */
  lines(ctx: Ctx, { offset, limit, ...wanted }: Calls['lines']): Answers['lines'] {
    const sight = this.#sight(ctx, this.#row(wanted.stocktakeId));
    if (wanted.filter === 'different' && !sight.differences) {
      return { rows: [], total: 0, totalIsExact: true };
    }
    const { rows, ...total } = this.#lineList.page({ ...wanted, byValue: sight.values }, { offset, limit });
    return { rows: rows.map((line) => lineView(line, sight)), ...total };
  }

  /** The counts of a line with their person, time and quantity, newest first. */
  counts(lineId: number): Answers['counts'] {
    return this.#lines.counts.all(lineId).map(({ accountId, name, undoneAt, ...count }) => ({
      ...count,
      by: { id: accountId, name },
      undone: undoneAt !== null,
    }));
  }

  /**
   * A count sheet or the list of differences, as PDF.
   * @throws STOCKTAKE_NOT_REVIEWED for the differences of a count in progress, NOT_FOUND
   */
  async sheet(ctx: Ctx, { id, kind }: Calls['sheet']): Promise<File> {
    const row = this.#row(id);
    if (kind === 'differences' && row.state === 'counting') throw refuse('STOCKTAKE_NOT_REVIEWED', {});
    const sight = this.#sight(ctx, row);
    const filter = kind === 'differences' ? 'different' : 'all';
    const wanted = { stocktakeId: id, filter, search: '', byValue: sight.values } as const;
    const lines = this.#lineList
      .page(wanted, { offset: 0, limit: ALL })
      .rows.map((line) => lineView(line, sight));
    const sheet = { stocktake: toStocktake(row), lines, store: this.#settings.current, sight, now: ctx.now };
    const bytes =
      kind === 'count'
        ? await this.#drawing.runLong('stocktakes.count', sheet)
        : await this.#drawing.runLong('stocktakes.differences', {
            ...sheet,
            figures: this.#figures(ctx, row),
          });
    return pdfFile(bytes, `${row.number ?? `stocktake-${id}`}-${kind}.pdf`);
  }

  #row(id: number): StocktakeRow {
    const row = this.#stocktakes.byId.get(id);
    if (!row) throw refuse('NOT_FOUND', { what: 'stocktake' });
    return row;
  }

  #sight(ctx: Ctx, row: StocktakeRow): Sight {
    return sightOf(row, may(ctx, 'seeCost'));
  }

  #figures(ctx: Ctx, row: StocktakeRow) {
    const sight = this.#sight(ctx, row);
    const uncounted = sight.closed ? [] : this.#lines.uncounted.all(row.id);
    return figuresOf(this.#lines.different.all(row.id), uncounted, sight);
  }
}
