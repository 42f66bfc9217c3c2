import { Autocomplete, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { foldedFilter } from '#renderer/ui/folded-filter';
import { roomFor } from '#renderer/ui/room-for';
import type { StockEntry } from '#shared/contract/stock';
import type { UnitOfMeasure } from '#shared/kernel/quantity';
import type { ActionDraft, FieldErrors, StockAction } from './stock-action';

const ADJUST_REASONS = ['miscounted', 'found', 'missing', 'wrongEntry'] as const;
const WASTE_REASONS = ['damaged', 'expired', 'spoiled', 'sample'] as const;

interface EntryFieldsProps {
  action: StockAction;
  entries: readonly StockEntry[];
  unit: UnitOfMeasure;
  draft: ActionDraft;
  errors: FieldErrors;
  onChange: (changes: Partial<ActionDraft>) => void;
}

/** The stock entry to change, and the reason. */
export function EntryFields({ action, entries, unit, draft, errors, onChange }: EntryFieldsProps) {
  const { t } = useTranslation('stock');
  const format = useFormat();
  /** An entry's name; only the location if it is the only entry there. */
  const place = ({ locationId, locationName: location, batchNumber }: StockEntry): string => {
    if (batchNumber !== null) return t('place', { location, batch: batchNumber });
    const isAlone = entries.filter((one) => one.locationId === locationId).length === 1;
    return isAlone ? location : t('noBatch', { location });
  };
  const nameOf = (entry: StockEntry): string =>
    t('actions.entry', {
      place: place(entry),
      quantity: format.quantity(entry.onHandMilli, unit),
    });
  const chosen = entries.find(({ id }) => id === draft.entryId);
  return (
    <>
      <Select
        size="md"
        {...roomFor(chosen && nameOf(chosen), 12)}
        label={t('actions.where')}
        error={errors.location}
        placeholder={t('actions.fromPlaceholder')}
        data={entries.map((entry) => ({
          value: String(entry.id),
          label: nameOf(entry),
        }))}
        value={draft.entryId === null ? null : String(draft.entryId)}
        onChange={(value) => onChange({ entryId: value === null ? null : Number(value) })}
      />
      <Autocomplete
        filter={foldedFilter}
        size="md"
        miw="12rem"
        required
        // Opened downwards it would cover the form's buttons.
        comboboxProps={{ position: 'top-start' }}
        label={t('actions.reason')}
        error={errors.reason}
        maxLength={500}
        data={(action === 'waste' ? WASTE_REASONS : ADJUST_REASONS).map((reason) => t(`reasons.${reason}`))}
        value={draft.reason}
        onChange={(reason) => onChange({ reason })}
      />
    </>
  );
}
