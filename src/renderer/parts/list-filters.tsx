import { Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/lib/rpc';
import { ChoiceFilter } from '#renderer/ui/choice-filter';
import { DaysField } from '#renderer/ui/days-field';
import { ListSearch } from '#renderer/ui/list-search';

/** The filter that every list of the stockroom has. */
export interface WordsFilter {
  search?: string | undefined;
}

/** The filters for documents of the stockroom; days as YYYY-MM-DD, both inclusive. */
export interface DocumentFilter<State extends string> extends WordsFilter {
  states?: State[] | undefined;
  locationId?: number | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

interface Filtering<Filter> {
  filter: Filter;
  onChange: (filter: Filter) => void;
  box: RefObject<HTMLInputElement | null>;
  /** Called for Enter in the box. */
  onEnter: () => void;
  findPlaceholder: string;
}

interface DocumentFiltersProps<State extends string> extends Filtering<DocumentFilter<State>> {
  states: readonly { value: State; label: string }[];
  /** The placeholder while no state is chosen. */
  anyState: string;
}

/** Whether a filter of a list excludes any row. */
export function isFiltered(filter: object): boolean {
  return Object.values(filter).some((value) =>
    Array.isArray(value) ? value.length > 0 : value !== undefined && value !== '' && value !== false,
  );
}

/** The row above a list: its search box, then its other filters. */
export function ListFilters<Filter extends WordsFilter>(props: Filtering<Filter> & { children?: ReactNode }) {
  const { filter, onChange, box, onEnter, findPlaceholder, children } = props;
  const { t } = useTranslation('common');
  return (
    <Group gap="sm" align="flex-end">
      <ListSearch
        box={box}
        flex="2 1 13rem"
        label={t('filters.find')}
        placeholder={findPlaceholder}
        value={filter.search ?? ''}
        onChange={(search) => onChange({ ...filter, search })}
        onEnter={onEnter}
      />
      {children}
    </Group>
  );
}

/** The filters for transfers, issues and stocktakes: words, state, location and days. */
export function DocumentFilters<State extends string>(props: DocumentFiltersProps<State>) {
  const { states, anyState, ...filtering } = props;
  const { filter, onChange } = filtering;
  const { t } = useTranslation('common');
  const { data: locations = [] } = useQuery(orpc.stock.listLocations.queryOptions());
  return (
    <ListFilters {...filtering}>
      <ChoiceFilter
        label={t('filters.state')}
        any={anyState}
        choices={states}
        value={filter.states?.[0]}
        onChange={(state) => onChange({ ...filter, states: state && [state] })}
      />
      <ChoiceFilter
        label={t('filters.place')}
        any={t('filters.allPlaces')}
        choices={locations.map(({ id, name }) => ({ value: String(id), label: name }))}
        value={filter.locationId?.toString()}
        onChange={(id) => onChange({ ...filter, locationId: id === undefined ? undefined : Number(id) })}
      />
      <DaysField
        label={t('filters.days')}
        placeholder={t('filters.allDays')}
        from={filter.from}
        to={filter.to}
        onChange={(days) => onChange({ ...filter, ...days })}
      />
    </ListFilters>
  );
}
