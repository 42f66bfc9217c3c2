import { Button, Chip, Group, Select } from '@mantine/core';
import { IconFilterOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { transferState } from '#shared/contract/transfers';
import { DaysField } from '../../../components/days-field';
import { ListSearch } from '../../../components/list-search';
import { orpc } from '../../../lib/rpc';
import { isFiltered, type TransferFilter } from './transfer-queries';

interface TransferFiltersProps {
  filter: TransferFilter;
  onChange: (filter: TransferFilter) => void;
  box: RefObject<HTMLInputElement | null>;
  /** Enter in the box. */
  onEnter: () => void;
}

const ALL = 'all';

/** One box that finds by number, note or product, and the filters of the list: place, days, states. */
export function TransferFilters({ filter, onChange, box, onEnter }: TransferFiltersProps) {
  const { t } = useTranslation('transfers');
  const { data: locations = [] } = useQuery(orpc.stock.listLocations.queryOptions());
  const { search = '', states = [], locationId, from, to } = filter;
  return (
    <Group gap="sm" align="flex-end">
      <ListSearch
        box={box}
        flex="1 1 14rem"
        label={t('find')}
        placeholder={t('findPlaceholder')}
        value={search}
        onChange={(words) => onChange({ ...filter, search: words })}
        onEnter={onEnter}
      />
      <Select
        flex="1 1 10rem"
        label={t('place')}
        data={[
          { value: ALL, label: t('allPlaces') },
          ...locations.map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
        value={locationId === undefined ? ALL : String(locationId)}
        onChange={(value) =>
          onChange({ ...filter, locationId: value === null || value === ALL ? undefined : Number(value) })
        }
      />
      <DaysField
        label={t('days')}
        placeholder={t('allDays')}
        from={from}
        to={to}
        onChange={(days) => onChange({ ...filter, ...days })}
      />
      <Chip.Group
        multiple
        value={states}
        onChange={(values) =>
          onChange({ ...filter, states: transferState.options.filter((state) => values.includes(state)) })
        }
      >
        <Group gap={6} role="group" aria-label={t('states')}>
          {transferState.options.map((state) => (
            <Chip key={state} value={state} radius="sm" variant="outline">
              {t(`state.${state}`)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      {isFiltered(filter) && (
        <Button variant="subtle" leftSection={<IconFilterOff size={18} />} onClick={() => onChange({})}>
          {t('clear')}
        </Button>
      )}
    </Group>
  );
}
