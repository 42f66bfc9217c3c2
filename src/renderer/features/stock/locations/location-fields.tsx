import { SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Location } from '#shared/contract/stock';

/** What a person says of a location. */
export type LocationDraft = Pick<Location, 'name' | 'kind'>;

interface LocationFieldsProps {
  draft: LocationDraft;
  onChange: (draft: LocationDraft) => void;
  disabled?: boolean;
}

/** Its name, and whether goods are sold or kept there. */
export function LocationFields({ draft, onChange, disabled = false }: LocationFieldsProps) {
  const { t } = useTranslation('stock');
  const kindId = useId();
  return (
    <Stack gap="sm">
      <TextInput
        data-autofocus
        label={t('locations.name')}
        maxLength={100}
        disabled={disabled}
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
    </Stack>
  );
}
