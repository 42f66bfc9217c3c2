import type { Tx } from '#main/platform/work/connections';
import { refuse } from '#shared/contract/refusals';
import { type StocktakeRow, stocktakeReads, stocktakeWrites, toStocktake } from './stocktake.queries';

/** The stocktakes of the running unit of work, and what is refused of them. */
export class StocktakeBook {
  readonly reads;
  readonly writes;

  constructor(tx: Tx) {
    this.reads = stocktakeReads(tx);
    this.writes = stocktakeWrites(tx);
  }

  /** @throws NOT_FOUND */
  row(id: number): StocktakeRow {
    const row = this.reads.byId.get(id);
    if (!row) throw refuse('NOT_FOUND', { what: 'stocktake' });
    return row;
  }

  /** @throws NOT_FOUND, STOCKTAKE_CLOSED for one that was posted or cancelled, saying by whom. */
  openRow(id: number): StocktakeRow {
    const row = this.row(id);
    if (row.state === 'posted' || row.state === 'cancelled') {
      throw refuse('STOCKTAKE_CLOSED', {
        number: row.number,
        state: row.state,
        by: row.closedByName ?? '',
        locationName: row.locationName,
      });
    }
    return row;
  }

  view(id: number) {
    return toStocktake(this.row(id));
  }

  /** The refusal that says which open stocktake counts the same already. */
  overlap(id: number) {
    const { locationName, categoryName, startedByName, startedAt } = this.row(id);
    return refuse('STOCKTAKE_OVERLAPS', {
      stocktakeId: id,
      locationName,
      categoryName: categoryName === '' ? null : categoryName,
      by: startedByName,
      startedAt,
    });
  }
}
