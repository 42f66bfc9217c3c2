import type { Tx } from '#main/platform/work/connections';
import { refuse } from '#shared/contract/refusals';
import { type StocktakeRow, stocktakeReads, stocktakeWrites, toStocktake } from './stocktake.queries';

/** The stocktakes as the running unit of work sees them, and the refusals about them. */
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

  /** @throws NOT_FOUND, STOCKTAKE_CLOSED for a posted or cancelled one, with the person who closed it. */
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

  /** The refusal that names the open stocktake already counting the same items. */
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
