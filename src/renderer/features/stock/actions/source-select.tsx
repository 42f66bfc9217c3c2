import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { roomFor } from '#renderer/ui/room-for';
import type { StockEntry } from '#shared/contract/stock';
import type { UnitOfMeasure } from '#shared/kernel/quantity';
import { type ActionDraft, type Source, sourcesOf } from './stock-action';

interface SourceSelectProps {
  label: string;
  error: string | undefined;
  entries: readonly StockEntry[];
  unit: UnitOfMeasure;
  draft: Pick<ActionDraft, 'locationId' | 'batchId'>;
  onChange: (changes: Pick<ActionDraft, 'locationId' | 'batchId'>) => void;
}

/** Selects the goods to take: from a location, earliest expiry first, or from one batch there. */
export function SourceSelect({ label, error, entries, unit, draft, onChange }: SourceSelectProps) {
  const { t } = useTranslation('stock');
  const format = useFormat();
  const sources = sourcesOf(entries);
  /** A source's name; only the location if it is the only source there. */
  const placeOf = ({ locationId, locationName: location, batchId, batchNumber }: Source): string => {
    if (batchNumber !== null) return t('place', { location, batch: batchNumber });
    if (sources.filter((one) => one.locationId === locationId).length === 1) return location;
    return t(batchId === 'any' ? 'anyBatch' : 'noBatch', { location });
  };
  const nameOf = (source: Source): string =>
    t('actions.entry', {
      place: placeOf(source),
      quantity: format.quantity(source.availableMilli, unit),
    });
  const chosen = sources.find((source) => keyOf(source) === keyOf(draft));
  return (
    <Select
      size="md"
      {...roomFor(chosen && nameOf(chosen), 17)}
      label={label}
      error={error}
      placeholder={t('actions.fromPlaceholder')}
      data={sources.map((source) => ({ value: keyOf(source), label: nameOf(source) }))}
      value={keyOf(draft)}
      onChange={(value) => {
        const source = sources.find((one) => keyOf(one) === value);
        if (source) onChange({ locationId: source.locationId, batchId: source.batchId });
      }}
    />
  );
}

function keyOf({ locationId, batchId }: Pick<ActionDraft, 'locationId' | 'batchId'>): string {
  return `${locationId} ${batchId}`;
}
