import { Group, Select, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { categoryPaths } from '#renderer/lib/category-paths';
import { orpc } from '#renderer/lib/rpc';
import { ListSearch } from '#renderer/ui/list-search';
import { SearchSelect } from '#renderer/ui/search-select';
import type { EntryFilter } from './entry-queries';

interface EntryFiltersProps {
  filter: EntryFilter;
  onChange: (filter: EntryFilter) => void;
  box: RefObject<HTMLInputElement | null>;
  /** Called for Enter in the box. */
  onEnter: () => void;
}

const ALL = 'all';

/** Filters by words, location, category, expiry and low stock. */
export function EntryFilters({ filter, onChange, box, onEnter }: EntryFiltersProps) {
  const { t } = useTranslation('stock');
  const { data: locations = [] } = useQuery(orpc.stock.listLocations.queryOptions());
  const { data: categories = [] } = useQuery(orpc.catalogue.listCategories.queryOptions());
  return (
    <Group gap="sm" align="flex-end">
      <ListSearch
        box={box}
        flex="2 1 14rem"
        label={t('entries.find')}
        placeholder={t('entries.findPlaceholder')}
        value={filter.search ?? ''}
        onChange={(words) => onChange({ ...filter, search: words })}
        onEnter={onEnter}
      />
      <Select
        flex="1 1 9rem"
        label={t('entries.location')}
        data={[
          { value: ALL, label: t('history.allLocations') },
          ...locations.map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
        value={filter.locationId === undefined ? ALL : String(filter.locationId)}
        onChange={(value) =>
          onChange({ ...filter, locationId: value === null || value === ALL ? undefined : Number(value) })
        }
      />
      <SearchSelect
        flex="1 1 9rem"
        label={t('entries.category')}
        placeholder={t('entries.allCategories')}
        clearable
        data={categoryPaths(categories).map(({ id, path }) => ({ value: String(id), label: path }))}
        value={filter.categoryId === undefined ? null : String(filter.categoryId)}
        onChange={(value) => onChange({ ...filter, categoryId: value === null ? undefined : Number(value) })}
      />
      <Select
        flex="1 1 8rem"
        label={t('entries.expiry')}
        data={[
          { value: ALL, label: t('entries.expiries.all') },
          { value: 'near', label: t('entries.expiries.near') },
          { value: 'expired', label: t('entries.expiries.expired') },
        ]}
        value={filter.expiry ?? ALL}
        onChange={(value) =>
          onChange({ ...filter, expiry: value === 'near' || value === 'expired' ? value : undefined })
        }
      />
      <Switch
        mb={8}
        label={t('entries.lowOnly')}
        checked={filter.lowOnly ?? false}
        onChange={(event) => onChange({ ...filter, lowOnly: event.currentTarget.checked })}
      />
    </Group>
  );
}
