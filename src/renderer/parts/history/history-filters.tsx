import { Button, Group, MultiSelect } from '@mantine/core';
import { IconFilterOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/lib/rpc';
import { DaysField } from '#renderer/ui/days-field';
import { SearchSelect } from '#renderer/ui/search-select';
import { movementKind } from '#shared/contract/stock';
import { type HistoryChoice, isChosen } from './history-queries';

interface HistoryFiltersProps {
  choice: HistoryChoice;
  onChange: (choice: HistoryChoice) => void;
  /** Filters before these, where the list covers all products and locations. */
  lead?: ReactNode;
  /** Whether one of the `lead` filters is set. */
  leadIsSet?: boolean;
  onClear: () => void;
}

/** Filters by kind of movement, person and days. */
export function HistoryFilters({ choice, onChange, lead, leadIsSet = false, onClear }: HistoryFiltersProps) {
  const { t } = useTranslation('stock');
  const { data: people = [] } = useQuery(orpc.people.listPeople.queryOptions());
  const { kinds = [], accountId, from, to } = choice;
  return (
    <Group gap="sm" align="flex-end">
      {lead}
      <MultiSelect
        flex="1 1 13rem"
        label={t('history.kind')}
        placeholder={kinds.length === 0 ? t('history.allKinds') : undefined}
        clearable
        data={movementKind.options.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
        value={kinds}
        onChange={(values) =>
          onChange({ ...choice, kinds: movementKind.options.filter((kind) => values.includes(kind)) })
        }
      />
      <SearchSelect
        flex="1 1 10rem"
        label={t('history.by')}
        placeholder={t('history.everyone')}
        clearable
        data={people.map(({ id, name }) => ({ value: String(id), label: name }))}
        value={accountId === undefined ? null : String(accountId)}
        onChange={(value) => onChange({ ...choice, accountId: value === null ? undefined : Number(value) })}
      />
      <DaysField
        label={t('history.days')}
        placeholder={t('history.allDays')}
        from={from}
        to={to}
        onChange={(days) => onChange({ ...choice, ...days })}
      />
      {(leadIsSet || isChosen(choice)) && (
        <Button variant="subtle" leftSection={<IconFilterOff size={18} />} onClick={onClear}>
          {t('history.clearFilters')}
        </Button>
      )}
    </Group>
  );
}
