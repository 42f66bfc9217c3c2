import { Button, Group } from '@mantine/core';
import { IconFilterOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/lib/rpc';
import { isFiltered } from '#renderer/parts/list-filters';
import { DaysField } from '#renderer/ui/days-field';
import { ListSearch } from '#renderer/ui/list-search';
import { SearchSelect } from '#renderer/ui/search-select';
import type { AuditFilter } from './audit-queries';
import { actionName, entityName } from './names';

interface AuditFiltersProps {
  filter: AuditFilter;
  onChange: (filter: AuditFilter) => void;
  box: RefObject<HTMLInputElement | null>;
  /** Called for Enter in the box. */
  onEnter: () => void;
}

const ALL = 'all';

/** Filters the audit log by days, person, action, kind of record, or words of its name. */
export function AuditFilters({ filter, onChange, box, onEnter }: AuditFiltersProps) {
  const { t } = useTranslation('audit');
  const { data: people = [] } = useQuery(orpc.people.listPeople.queryOptions());
  const { data: choices } = useQuery(orpc.audit.choices.queryOptions());
  return (
    <Group gap="sm" align="flex-end">
      <ListSearch
        box={box}
        flex="1 1 14rem"
        label={t('search')}
        placeholder={t('searchPlaceholder')}
        value={filter.search ?? ''}
        onChange={(words) => onChange({ ...filter, search: words })}
        onEnter={onEnter}
      />
      <DaysField
        label={t('days')}
        placeholder={t('allDays')}
        from={filter.from}
        to={filter.to}
        onChange={(days) => onChange({ ...filter, ...days })}
      />
      <Choice
        label={t('person')}
        all={t('everyone')}
        choices={people.map(({ id, name }) => ({ value: String(id), label: name }))}
        value={filter.accountId === undefined ? undefined : String(filter.accountId)}
        onChange={(value) =>
          onChange({ ...filter, accountId: value === undefined ? undefined : Number(value) })
        }
      />
      <Choice
        label={t('action')}
        all={t('allActions')}
        choices={(choices?.actions ?? []).map((value) => ({ value, label: actionName(value) }))}
        value={filter.action}
        onChange={(action) => onChange({ ...filter, action })}
      />
      <Choice
        label={t('entity')}
        all={t('allEntities')}
        choices={(choices?.entities ?? []).map((value) => ({ value, label: entityName(value) }))}
        value={filter.entity}
        onChange={(entity) => onChange({ ...filter, entity, entityId: undefined })}
      />
      {isFiltered(filter) && (
        <Button variant="subtle" leftSection={<IconFilterOff size={18} />} onClick={() => onChange({})}>
          {t('clear')}
        </Button>
      )}
    </Group>
  );
}

interface ChoiceProps {
  label: string;
  /** The text while nothing is chosen. */
  all: string;
  choices: readonly { value: string; label: string }[];
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

function Choice({ label, all, choices, value, onChange }: ChoiceProps) {
  const byName = [...choices].sort((one, other) => one.label.localeCompare(other.label));
  return (
    <SearchSelect
      flex="1 1 10rem"
      label={label}
      data={[{ value: ALL, label: all }, ...byName]}
      value={value ?? ALL}
      onChange={(chosen) => onChange(chosen === null || chosen === ALL ? undefined : chosen)}
    />
  );
}
