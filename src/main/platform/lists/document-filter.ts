import type { Instants } from '#shared/kernel/time';
import { type Conditions, namedValues } from './list-query';
import { searchValues } from './search-sql';

/** Which documents of a kind to list; instants in UTC epoch milliseconds. */
export interface DocumentFilter<State extends string> extends Instants {
  states: readonly State[];
  locationId?: number | undefined;
  search: string;
}

/** The conditions that the time of a document (an SQL expression) is within the filter. */
export function isWithin(at: string, { fromTime, until }: Instants): Conditions {
  return [fromTime !== undefined && `${at} >= @fromTime`, until !== undefined && `${at} < @until`];
}

/** The values of a filter's conditions by their names in the statement. */
export function documentValues({ states, search, ...filter }: DocumentFilter<string>) {
  return { ...filter, ...namedValues(states), ...searchValues(search) };
}
