import { Group, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { transferState } from '#shared/contract/transfers';
import { DaysField } from '../../../components/days-field';
import { ListSearch } from '../../../components/list-search';
import { orpc } from '../../../lib/rpc';
import type { TransferFilter } from './transfer-queries';

interface TransferFiltersProps {
  filter: TransferFilter;
  onChange: (filter: TransferFilter) => void;
  box: RefObject<HTMLInputElement | null>;
  /** Enter in the box. */
  onEnter: () => void;
}

/** One box that finds by number, note or product, and the filters of the list: state, place, days. */
export function TransferFilters({ filter, onChange, box, onEnter }: TransferFiltersProps) {
  const { t } = useTranslation('transfers');
  const { data: locations = [] } = useQuery(orpc.stock.listLocations.queryOptions());
  const { search = '', states = [], locationId, from, to } = filter;
  return (
    <Group gap="sm" align="flex-end">
      <ListSearch
        box={box}
        flex="2 1 14rem"
        label={t('find')}
        placeholder={t('findPlaceholder')}
        value={search}
        onChange={(words) => onChange({ ...filter, search: words })}
        onEnter={onEnter}
      />
      <Select
        flex="1 1 10rem"
        label={t('stateLabel')}
        placeholder={t('allStates')}
        clearable
        data={transferState.options.map((state) => ({ value: state, label: t(`state.${state}`) }))}
        value={states[0] ?? null}
        onChange={(value) =>
          onChange({ ...filter, states: transferState.options.filter((state) => state === value) })
        }
      />
      <Select
        flex="1 1 10rem"
        label={t('place')}
        placeholder={t('allPlaces')}
        clearable
        data={locations.map(({ id, name }) => ({ value: String(id), label: name }))}
        value={locationId === undefined ? null : String(locationId)}
        onChange={(value) => onChange({ ...filter, locationId: value === null ? undefined : Number(value) })}
      />
      <DaysField
        label={t('days')}
        placeholder={t('allDays')}
        from={from}
        to={to}
        onChange={(days) => onChange({ ...filter, ...days })}
      />
    </Group>
  );
}
