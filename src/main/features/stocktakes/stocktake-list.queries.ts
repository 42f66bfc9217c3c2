import { mentions } from '#main/platform/database/folded-sql';
import { type DocumentFilter, documentValues, isWithin } from '#main/platform/lists/document-filter';
import { isOneOf, ListQuery } from '#main/platform/lists/list-query';
import { PRODUCTS_FOUND } from '#main/platform/lists/search-sql';
import type { Reader } from '#main/platform/work/connections';
import type { StocktakeState } from '#shared/contract/stocktakes';
import { OPEN, SELECT_STOCKTAKE, type StocktakeRow } from './stocktake.queries';

type StocktakeFilter = DocumentFilter<StocktakeState>;

const AT = 'COALESCE(s.closed_at, s.started_at)';

/** Stocktakes: open ones first, then the newest. */
export function stocktakeList(reader: Reader): ListQuery<StocktakeFilter, StocktakeRow> {
  return new ListQuery(reader, {
    select: SELECT_STOCKTAKE,
    from: 'FROM stocktake s JOIN location l ON l.id = s.location_id',
    order: `s.${OPEN} DESC, ${AT} DESC, s.id DESC`,
    conditions: ({ states, locationId, search, ...instants }) => [
      isOneOf('s.state', states),
      locationId !== undefined && 's.location_id = @locationId',
      search !== '' &&
        `(${mentions('s.number')} OR ${mentions('s.note')}
          OR ${mentions('s.category_name')} OR ${mentions('l.name')}
          OR s.id IN (SELECT stocktake_id FROM stocktake_line WHERE product_id IN (${PRODUCTS_FOUND})))`,
      ...isWithin(AT, instants),
    ],
    values: documentValues,
  });
}
