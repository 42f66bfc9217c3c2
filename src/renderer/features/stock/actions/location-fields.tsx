import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMay } from '#renderer/lib/session';
import { ExpiryField } from '#renderer/parts/batches/expiry-field';
import { roomFor } from '#renderer/ui/room-for';
import type { Location } from '#shared/contract/stock';
import { CostFields } from './cost-fields';
import type { ActionDraft, FieldErrors, StockAction } from './stock-action';

interface LocationFieldsProps {
  action: StockAction;
  places: readonly Location[];
  quantityMilli: number | null;
  /** The proposed location, if it has stock of the product already. */
  alreadyStocked?: Location | undefined;
  draft: ActionDraft;
  errors: FieldErrors;
  onChange: (changes: Partial<ActionDraft>) => void;
}

/** The location, batch and cost of incoming goods. */
export function LocationFields(props: LocationFieldsProps) {
  const { action, places, quantityMilli, alreadyStocked, draft, errors, onChange } = props;
  const { t } = useTranslation('stock');
  const seesCost = useMay()('seeCost') === 'yes';
  const open = places.filter(({ closedAt }) => closedAt === null);
  return (
    <>
      <Select
        size="md"
        {...roomFor(open.find(({ id }) => id === draft.locationId)?.name, 15)}
        label={t('actions.where')}
        placeholder={t('actions.fromPlaceholder')}
        error={
          draft.locationId === null && alreadyStocked && open.length > 0
            ? t('actions.opening.alreadyStocked', { location: alreadyStocked.name })
            : errors.location
        }
        data={open.map(({ id, name }) => ({ value: String(id), label: name }))}
        value={draft.locationId === null ? null : String(draft.locationId)}
        onChange={(value) => onChange({ locationId: value === null ? null : Number(value) })}
      />
      <TextInput
        size="md"
        miw="min(100%, 14rem)"
        label={t('actions.batch')}
        description={t('actions.batchHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        maxLength={64}
        value={draft.batchNumber}
        onChange={(event) => onChange({ batchNumber: event.currentTarget.value })}
      />
      {draft.batchNumber.trim() !== '' && (
        <ExpiryField
          size="md"
          miw="10rem"
          clearable
          label={t('actions.expiresOn')}
          value={draft.expiresOn}
          onChange={(expiresOn) => onChange({ expiresOn })}
        />
      )}
      {seesCost && (
        <CostFields quantityMilli={quantityMilli} cost={draft.cost} onChange={(cost) => onChange({ cost })} />
      )}
      {action === 'receive' && (
        <TextInput
          size="md"
          miw="11rem"
          label={t('actions.note')}
          maxLength={500}
          value={draft.reason}
          onChange={(event) => onChange({ reason: event.currentTarget.value })}
        />
      )}
    </>
  );
}
