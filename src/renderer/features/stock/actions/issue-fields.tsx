import { Autocomplete, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/lib/rpc';
import type { StockEntry } from '#shared/contract/stock';
import type { UnitOfMeasure } from '#shared/kernel/quantity';
import { SourceSelect } from './source-select';
import type { ActionDraft, FieldErrors } from './stock-action';

interface IssueFieldsProps {
  entries: readonly StockEntry[];
  unit: UnitOfMeasure;
  draft: ActionDraft;
  errors: FieldErrors;
  onChange: (changes: Partial<ActionDraft>) => void;
}

const TYPING_MS = 150;

/** Who goods are issued to, and from where. */
export function IssueFields({ entries, unit, draft, errors, onChange }: IssueFieldsProps) {
  const { t } = useTranslation('stock');
  const [search] = useDebouncedValue(draft.holderName.trim(), TYPING_MS);
  const { data: holders = [] } = useQuery(
    orpc.issues.holders.queryOptions({ input: { search }, placeholderData: keepPreviousData }),
  );
  return (
    <>
      <Autocomplete
        size="md"
        miw="14rem"
        required
        label={t('actions.holder')}
        error={errors.holder}
        placeholder={t('actions.holderPlaceholder')}
        maxLength={100}
        // The store has already matched the names, so they are not filtered again.
        filter={({ options }) => options}
        data={[...new Set(holders.map(({ name }) => name))]}
        value={draft.holderName}
        onChange={(holderName) => onChange({ holderName })}
      />
      <SourceSelect
        label={t('actions.from')}
        error={errors.location}
        entries={entries}
        unit={unit}
        draft={draft}
        onChange={onChange}
      />
      <TextInput
        size="md"
        miw="11rem"
        label={t('actions.note')}
        maxLength={500}
        value={draft.reason}
        onChange={(event) => onChange({ reason: event.currentTarget.value })}
      />
    </>
  );
}
