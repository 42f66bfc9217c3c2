import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { ListFilters } from '#renderer/parts/list-filters';
import { ChoiceFilter } from '#renderer/ui/choice-filter';
import { DaysField } from '#renderer/ui/days-field';
import { alertKind } from '#shared/contract/alerts';
import type { AlertFilter } from '../queries';

interface AlertFiltersProps {
  filter: AlertFilter;
  onChange: (filter: AlertFilter) => void;
  box: RefObject<HTMLInputElement | null>;
  /** Called for Enter in the box. */
  onEnter: () => void;
}

const STATES = ['open', 'resolved'] as const;

/** Filters by words of the product, state, kind and days. */
export function AlertFilters(filtering: AlertFiltersProps) {
  const { t } = useTranslation(['alerts', 'common']);
  const { filter, onChange } = filtering;
  return (
    <ListFilters {...filtering} findPlaceholder={t('alerts:filters.findPlaceholder')}>
      <ChoiceFilter
        label={t('common:filters.state')}
        any={t('alerts:filters.allStates')}
        choices={STATES.map((one) => ({ value: one, label: t(`alerts:states.${one}`) }))}
        value={filter.state}
        onChange={(state) => onChange({ ...filter, state })}
      />
      <ChoiceFilter
        label={t('alerts:filters.kind')}
        any={t('alerts:filters.allKinds')}
        choices={alertKind.options.map((one) => ({ value: one, label: t(`alerts:kinds.${one}`) }))}
        value={filter.kind}
        onChange={(kind) => onChange({ ...filter, kind })}
      />
      <DaysField
        label={t('common:filters.days')}
        placeholder={t('common:filters.allDays')}
        from={filter.from}
        to={filter.to}
        onChange={(days) => onChange({ ...filter, ...days })}
      />
    </ListFilters>
  );
}
