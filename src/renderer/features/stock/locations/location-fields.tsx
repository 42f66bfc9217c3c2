import { SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Location } from '#shared/contract/stock';
import { BarcodeField } from './barcode-field';

/** The editable fields of a location; an empty barcode means none. */
export interface LocationDraft extends Pick<Location, 'name' | 'kind'> {
  barcode: string;
}

/** The field of a location for each refusal. */
export const LOCATION_FIELDS = {
  LOCATION_NAME_TAKEN: 'name',
  BARCODE_TAKEN: 'barcode',
  BARCODE_OF_LOCATION: 'barcode',
} as const;

interface LocationFieldsProps {
  locationId?: number | undefined;
  draft: LocationDraft;
  onChange: (draft: LocationDraft) => void;
  errorAt: (field: 'name' | 'barcode') => string | undefined;
  /** Whether the name says that it is missing. */
  nameMissing?: boolean;
  disabled?: boolean;
}

/** A location's name, its kind (department or storeroom), and the barcode on its label. */
export function LocationFields(props: LocationFieldsProps) {
  const { locationId, draft, onChange, errorAt, nameMissing = false, disabled = false } = props;
  const { t } = useTranslation('stock');
  const kindId = useId();
  return (
    <Stack gap="sm">
      <TextInput
        data-autofocus
        data-field="name"
        label={t('locations.name')}
        maxLength={100}
        disabled={disabled}
        error={nameMissing ? t('locations.nameMissing') : errorAt('name')}
        value={draft.name}
        onChange={(event) => onChange({ ...draft, name: event.currentTarget.value })}
      />
      <div>
        <Text id={kindId} size="sm" fw={600} mb={2}>
          {t('locations.kind')}
        </Text>
        <SegmentedControl
          fullWidth
          aria-labelledby={kindId}
          disabled={disabled}
          data={[
            { value: 'department', label: t('locations.kindName.department') },
            { value: 'storeroom', label: t('locations.kindName.storeroom') },
          ]}
          value={draft.kind}
          onChange={(kind) => onChange({ ...draft, kind })}
        />
      </div>
      <BarcodeField
        data-field="barcode"
        locationId={locationId}
        disabled={disabled}
        error={errorAt('barcode')}
        value={draft.barcode}
        onChange={(barcode) => onChange({ ...draft, barcode })}
      />
    </Stack>
  );
}

/** The draft as call input. */
export function locationOf({ barcode, ...others }: LocationDraft) {
  return { ...others, barcode: barcode.trim() || null };
}
