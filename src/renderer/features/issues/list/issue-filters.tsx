import { Group, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { issueState } from '#shared/contract/issues';
import { DaysField } from '../../../components/days-field';
import { ListSearch } from '../../../components/list-search';
import { orpc } from '../../../lib/rpc';
import type { IssueFilter } from '../issue-queries';

interface IssueFiltersProps {
  filter: IssueFilter;
  onChange: (filter: IssueFilter) => void;
  box: RefObject<HTMLInputElement | null>;
  /** Enter in the box. */
  onEnter: () => void;
}

/** Words, the state, where from, and days. */
export function IssueFilters({ filter, onChange, box, onEnter }: IssueFiltersProps) {
  const { t } = useTranslation('issues');
  const { data: locations = [] } = useQuery(orpc.stock.listLocations.queryOptions());
  return (
    <Group gap="sm" align="flex-end">
      <ListSearch
        box={box}
        flex="2 1 14rem"
        label={t('find')}
        placeholder={t('findPlaceholder')}
        value={filter.search ?? ''}
        onChange={(search) => onChange({ ...filter, search })}
        onEnter={onEnter}
      />
      <Select
        flex="1 1 10rem"
        label={t('state')}
        placeholder={t('allStates')}
        clearable
        data={issueState.options.map((state) => ({ value: state, label: t(`states.${state}`) }))}
        value={filter.states?.[0] ?? null}
        onChange={(value) =>
          onChange({ ...filter, states: issueState.options.filter((state) => state === value) })
        }
      />
      <Select
        flex="1 1 10rem"
        label={t('location')}
        placeholder={t('allLocations')}
        clearable
        data={locations.map(({ id, name }) => ({ value: String(id), label: name }))}
        value={filter.locationId === undefined ? null : String(filter.locationId)}
        onChange={(value) => onChange({ ...filter, locationId: value === null ? undefined : Number(value) })}
      />
      <DaysField
        label={t('days')}
        placeholder={t('allDays')}
        from={filter.from}
        to={filter.to}
        onChange={(days) => onChange({ ...filter, ...days })}
      />
    </Group>
  );
}
