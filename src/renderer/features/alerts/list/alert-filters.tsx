import { Button, Group, Select } from '@mantine/core';
import { IconFilterOff } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { alertKind } from '#shared/contract/alerts';
import { DaysField } from '../../../components/days-field';
import { ListSearch } from '../../../components/list-search';
import { type AlertFilter, isFiltered } from '../queries';

interface AlertFiltersProps {
  filter: AlertFilter;
  onChange: (filter: AlertFilter) => void;
  box: RefObject<HTMLInputElement | null>;
  /** Enter in the box. */
  onEnter: () => void;
}

const STATES = ['open', 'resolved'] as const;

/** By words of the product, kind, whether it is over, and days. */
export function AlertFilters({ filter, onChange, box, onEnter }: AlertFiltersProps) {
  const { t } = useTranslation('alerts');
  const { kind, state, search = '', from, to } = filter;
  return (
    <Group gap="sm" align="flex-end">
      <ListSearch
        box={box}
        flex="2 1 14rem"
        label={t('filters.find')}
        placeholder={t('filters.findPlaceholder')}
        value={search}
        onChange={(words) => onChange({ ...filter, search: words })}
        onEnter={onEnter}
      />
      <Select
        flex="1 1 9rem"
        label={t('filters.kind')}
        placeholder={t('filters.allKinds')}
        clearable
        data={alertKind.options.map((one) => ({ value: one, label: t(`kinds.${one}`) }))}
        value={kind ?? null}
        onChange={(value) => onChange({ ...filter, kind: alertKind.options.find((one) => one === value) })}
      />
      <Select
        flex="1 1 9rem"
        label={t('filters.state')}
        placeholder={t('filters.allStates')}
        clearable
        data={STATES.map((one) => ({ value: one, label: t(`states.${one}`) }))}
        value={state ?? null}
        onChange={(value) => onChange({ ...filter, state: STATES.find((one) => one === value) })}
      />
      <DaysField
        label={t('filters.days')}
        placeholder={t('filters.allDays')}
        from={from}
        to={to}
        onChange={(days) => onChange({ ...filter, ...days })}
      />
      {isFiltered(filter) && (
        <Button
          variant="subtle"
          leftSection={<IconFilterOff size={18} />}
          onClick={() => {
            onChange({});
            box.current?.focus();
          }}
        >
          {t('filters.clear')}
        </Button>
      )}
    </Group>
  );
}
