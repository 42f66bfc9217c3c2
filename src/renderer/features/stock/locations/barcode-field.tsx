import { Button, Group, TextInput, type TextInputProps } from '@mantine/core';
import { IconBarcode } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { rpc } from '#renderer/lib/rpc';
import { playSuccess } from '#renderer/lib/scan/sounds';
import { useScan } from '#renderer/lib/scan/use-scan';
import { RefusalNote } from '#renderer/ui/refusal-note';

interface BarcodeFieldProps extends Omit<TextInputProps, 'value' | 'onChange'> {
  /** The location's id; undefined for a new location. */
  locationId?: number | undefined;
  /** Empty for none. */
  value: string;
  onChange: (barcode: string) => void;
}

/** The barcode on a location's label: scanned (wherever the focus is), typed, or generated. */
export function BarcodeField({ locationId, value, onChange, ...look }: BarcodeFieldProps) {
  const { t } = useTranslation(['stock', 'common']);
  const field = useRef<HTMLInputElement>(null);
  const making = useMutation({
    mutationFn: () => rpc.stock.freeLocationBarcode({ id: locationId }),
    onSuccess: ({ barcode }) => {
      onChange(barcode);
      // The focused button disappears once there is a barcode, so the field takes the focus.
      field.current?.focus();
    },
  });
  useScan(
    ({ text }) => {
      onChange(text);
      playSuccess();
    },
    { enabled: !look.disabled },
  );
  return (
    <div>
      <Group gap="xs" align="flex-start" wrap="nowrap">
        <TextInput
          {...look}
          ref={field}
          flex={1}
          maxLength={48}
          autoComplete="off"
          spellCheck={false}
          leftSection={<IconBarcode size={18} aria-hidden />}
          label={t('common:optional', { label: t('locations.barcode') })}
          description={look.disabled ? undefined : t('locations.barcodeHint')}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
        {!look.disabled && value === '' && (
          <Button mt={24} variant="default" loading={making.isPending} onClick={() => making.mutate()}>
            {t('locations.makeBarcode')}
          </Button>
        )}
      </Group>
      <RefusalNote error={making.error} onDismiss={making.reset} />
    </div>
  );
}
