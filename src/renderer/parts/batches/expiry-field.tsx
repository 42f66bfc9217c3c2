import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from '#renderer/lib/store-status';
import { DayField, type DayFieldProps } from '#renderer/ui/day-field';
import { dayOf } from '#shared/kernel/time';
import { expiryState } from './expiry-state';

/** A field for the last day on which goods can be sold; a day in the past is accepted with a warning. */
export function ExpiryField({
  value,
  description,
  ...look
}: Omit<DayFieldProps, 'value'> & { value: string | null }) {
  const { t } = useTranslation('stock');
  const { timeZone, nearExpiryDays } = useStore();
  const isPast = expiryState(value, dayOf(Date.now(), timeZone), nearExpiryDays) === 'expired';
  return (
    <DayField
      {...look}
      acceptsMonth
      value={value}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      description={
        <>
          {isPast && (
            <Text span inherit display="block" c="yellow" fw={600} role="status">
              {t('actions.dayPassed')}
            </Text>
          )}
          {description}
        </>
      }
    />
  );
}
