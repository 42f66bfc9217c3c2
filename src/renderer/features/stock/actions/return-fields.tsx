import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { roomFor } from '#renderer/ui/room-for';
import type { OutstandingLine } from '#shared/contract/issues';
import type { Location } from '#shared/contract/stock';
import type { UnitOfMeasure } from '#shared/kernel/quantity';
import type { ActionDraft, FieldErrors } from './stock-action';

interface ReturnFieldsProps {
  outstanding: readonly OutstandingLine[];
  places: readonly Location[];
  unit: UnitOfMeasure;
  draft: ActionDraft;
  errors: FieldErrors;
  onChange: (changes: Partial<ActionDraft>) => void;
}

/** The person who returns issued goods, and the location the goods go to. */
export function ReturnFields({ outstanding, places, unit, draft, errors, onChange }: ReturnFieldsProps) {
  const { t } = useTranslation('stock');
  const format = useFormat();
  const nameOf = ({ holder, number, outMilli, batchNumber }: OutstandingLine): string =>
    t(batchNumber === null ? 'actions.out' : 'actions.outOfBatch', {
      holder: holder.name,
      quantity: format.quantity(outMilli, unit),
      number,
      batch: batchNumber,
    });
  const chosen = outstanding.find(({ issueLineId }) => issueLineId === draft.issueLineId);
  return (
    <>
      <Select
        size="md"
        {...roomFor(chosen && nameOf(chosen), 22)}
        label={t('actions.outWith')}
        error={errors.issueLine}
        data={outstanding.map((line) => ({ value: String(line.issueLineId), label: nameOf(line) }))}
        value={draft.issueLineId === null ? null : String(draft.issueLineId)}
        onChange={(value) => value !== null && onChange({ issueLineId: Number(value) })}
      />
      <Select
        size="md"
        {...roomFor(places.find(({ id }) => id === draft.locationId)?.name, 13)}
        label={t('actions.where')}
        error={errors.location}
        placeholder={t('actions.toPlaceholder')}
        data={places
          .filter(({ closedAt }) => closedAt === null)
          .map(({ id, name }) => ({ value: String(id), label: name }))}
        value={draft.locationId === null ? null : String(draft.locationId)}
        onChange={(value) => onChange({ locationId: value === null ? null : Number(value) })}
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
