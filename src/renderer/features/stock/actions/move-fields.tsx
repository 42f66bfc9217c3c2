import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { roomFor } from '#renderer/ui/room-for';
import { SearchSelect } from '#renderer/ui/search-select';
import type { Location, StockEntry } from '#shared/contract/stock';
import type { UnitOfMeasure } from '#shared/kernel/quantity';
import { SourceSelect } from './source-select';
import type { ActionDraft, FieldErrors } from './stock-action';

interface MoveFieldsProps {
  entries: readonly StockEntry[];
  places: readonly Location[];
  unit: UnitOfMeasure;
  draft: ActionDraft;
  errors: FieldErrors;
  onChange: (changes: Partial<ActionDraft>) => void;
}

/** The source and the destination of a transfer. */
export function MoveFields({ entries, places, unit, draft, errors, onChange }: MoveFieldsProps) {
  const { t } = useTranslation('stock');
  const others = places.filter(({ id, closedAt }) => closedAt === null && id !== draft.locationId);
  return (
    <>
      <SourceSelect
        label={t('actions.from')}
        error={errors.location}
        entries={entries}
        unit={unit}
        draft={draft}
        onChange={onChange}
      />
      <SearchSelect
        size="md"
        {...roomFor(others.find(({ id }) => id === draft.toLocationId)?.name, 13)}
        label={t('actions.to')}
        error={errors.toLocation}
        placeholder={t('actions.toPlaceholder')}
        data={others.map(({ id, name }) => ({ value: String(id), label: name }))}
        value={draft.toLocationId === null ? null : String(draft.toLocationId)}
        onChange={(value) => onChange({ toLocationId: value === null ? null : Number(value) })}
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
