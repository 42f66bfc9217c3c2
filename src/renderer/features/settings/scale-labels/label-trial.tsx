import { Text, TextInput } from '@mantine/core';
import { IconBarcode, IconCheck, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useScan } from '#renderer/lib/scan/use-scan';
import { minorDigits } from '#shared/kernel/currency';
import { formatsOf } from '#shared/kernel/formats';
import { parseScaleLabel } from '#shared/kernel/scale-label';
import { layoutProblem, type ScaleLayoutDraft } from '../problems';
import { useSettingsDesk } from '../settings-context';
import classes from './scale-labels.module.css';

/** Explains a scanned or typed label with the current layouts, saved or not. */
export function LabelTrial({ layouts }: { layouts: readonly ScaleLayoutDraft[] }) {
  const { t } = useTranslation('settings');
  const { values } = useSettingsDesk().draft;
  const [code, setCode] = useState('');
  /** Whether to answer although fewer digits than a label has were typed. */
  const [isEntered, setIsEntered] = useState(false);
  useScan(({ text }) => setCode(text));
  const sound = layouts.filter((layout) => layoutProblem(layout) === null);
  const format = formatsOf(values);
  return (
    <div className={classes.trial}>
      <TextInput
        w="20rem"
        maw="100%"
        label={t('labels.try')}
        description={t('labels.tryHint')}
        leftSection={<IconBarcode size={18} aria-hidden />}
        inputMode="numeric"
        autoComplete="off"
        maxLength={13}
        value={code}
        onChange={(event) => {
          setCode(event.currentTarget.value);
          setIsEntered(false);
        }}
        // The field is only for testing; Enter must not save the section.
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          setIsEntered(true);
        }}
      />
      <div role="status">
        {(code.trim().length >= 12 || (isEntered && code.trim() !== '')) &&
          outcome(parseScaleLabel(code, sound, minorDigits(values.currency)))}
      </div>
    </div>
  );

  function outcome(label: ReturnType<typeof parseScaleLabel>) {
    const Icon = label ? IconCheck : IconX;
    return (
      <Text className={classes.problem} fw={600}>
        <Icon size={18} aria-hidden />
        {label
          ? t('labels.tried', {
              layout: label.layout.name,
              item: label.lookupCode,
              value:
                label.value === 'weight'
                  ? format.quantity(label.quantityMilli, 'kg')
                  : format.money(label.priceMinor),
            })
          : t('labels.noMatch')}
      </Text>
    );
  }
}
