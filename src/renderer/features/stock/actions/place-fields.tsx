import { Select, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useTranslation } from 'react-i18next';
import type { Location } from '#shared/contract/stock';
import { MoneyField } from '../../../components/money-field';
import { useFormat } from '../../../lib/format';
import { useMay } from '../../../lib/session';
import type { ActionDraft, StockAction } from './stock-action';

interface PlaceFieldsProps {
  action: StockAction;
  places: readonly Location[];
  draft: ActionDraft;
  onChange: (draft: ActionDraft) => void;
}

/** Where goods come in, of which batch, at what cost. */
export function PlaceFields({ action, places, draft, onChange }: PlaceFieldsProps) {
  const { t } = useTranslation('stock');
  const format = useFormat();
  const seesCost = useMay()('seeCost') === 'yes';
  const open = places.filter(({ closedAt }) => closedAt === null);
  return (
    <>
      <Select
        size="md"
        miw="11rem"
        label={t('actions.where')}
        data={open.map(({ id, name }) => ({ value: String(id), label: name }))}
        value={draft.locationId === null ? null : String(draft.locationId)}
        onChange={(value) => onChange({ ...draft, locationId: value === null ? null : Number(value) })}
      />
      <TextInput
        size="md"
        miw="9rem"
        label={t('actions.batch')}
        maxLength={64}
        value={draft.batchNumber}
        onChange={(event) => onChange({ ...draft, batchNumber: event.currentTarget.value })}
      />
      {draft.batchNumber.trim() !== '' && (
        <DateInput
          size="md"
          miw="9rem"
          clearable
          label={t('actions.expiresOn')}
          valueFormat={(day) => format.day(day)}
          value={draft.expiresOn}
          onChange={(expiresOn) => onChange({ ...draft, expiresOn })}
        />
      )}
      {seesCost && (
        <MoneyField
          size="md"
          miw="8rem"
          label={t('actions.unitCost')}
          value={draft.unitCostMinor}
          onChange={(unitCostMinor) => onChange({ ...draft, unitCostMinor })}
        />
      )}
      {action === 'receive' && (
        <TextInput
          size="md"
          miw="11rem"
          label={t('actions.note')}
          maxLength={500}
          value={draft.reason}
          onChange={(event) => onChange({ ...draft, reason: event.currentTarget.value })}
        />
      )}
    </>
  );
}
