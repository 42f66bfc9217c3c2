import { Autocomplete, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { StockEntry } from '#shared/contract/stock';
import type { UnitOfMeasure } from '#shared/kernel/quantity';
import { orpc } from '../../../lib/rpc';
import { SourceSelect } from './source-select';
import type { ActionDraft } from './stock-action';

interface IssueFieldsProps {
  entries: readonly StockEntry[];
  unit: UnitOfMeasure;
  draft: ActionDraft;
  onChange: (changes: Partial<ActionDraft>) => void;
}

/** To whom goods are handed out: a person, or a department by whatever name it goes. */
export function IssueFields({ entries, unit, draft, onChange }: IssueFieldsProps) {
  const { t } = useTranslation('stock');
  const { data: holders = [] } = useQuery(orpc.issues.holders.queryOptions({ input: {} }));
  return (
    <>
      <Autocomplete
        size="md"
        miw="11rem"
        required
        label={t('actions.holder')}
        maxLength={100}
        data={[...new Set(holders.map(({ name }) => name))]}
        value={draft.holderName}
        onChange={(holderName) => onChange({ holderName })}
      />
      <SourceSelect
        label={t('actions.from')}
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
