import { ActionIcon, Checkbox, NumberInput, Select, Text, TextInput } from '@mantine/core';
import { IconAlertCircle, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { layoutProblem, type ScaleLayoutDraft } from '../problems';
import { LabelPicture } from './label-picture';
import classes from './scale-labels.module.css';

interface LayoutEditorProps {
  layout: ScaleLayoutDraft;
  onChange: (layout: ScaleLayoutDraft) => void;
  onRemove: () => void;
}

/** Edits a scale label layout: its parts, and the thirteen digits they form. */
export function LayoutEditor({ layout, onChange, onRemove }: LayoutEditorProps) {
  const { t } = useTranslation('settings');
  const problem = layoutProblem(layout);
  const digits = (name: 'itemDigits' | 'valueDigits' | 'valueDecimals') => ({
    allowDecimal: false,
    allowNegative: false,
    clampBehavior: 'none' as const,
    value: Number.isNaN(layout[name]) ? '' : layout[name],
    onChange: (now: number | string) =>
      onChange({ ...layout, [name]: now === '' ? Number.NaN : Number(now) }),
  });
  return (
    <fieldset className={classes.layout}>
      <legend className={classes.unseen}>{layout.name}</legend>
      <div className={classes.fields}>
        <TextInput
          className={classes.name}
          label={t('labels.name')}
          maxLength={60}
          value={layout.name}
          onChange={(event) => onChange({ ...layout, name: event.currentTarget.value })}
        />
        <TextInput
          label={t('labels.prefix')}
          aria-invalid={problem !== null}
          inputMode="numeric"
          maxLength={2}
          value={layout.prefix}
          onChange={(event) => onChange({ ...layout, prefix: event.currentTarget.value })}
        />
        <NumberInput label={t('labels.itemDigits')} min={3} max={8} {...digits('itemDigits')} />
        <Select
          label={t('labels.value')}
          data={(['weight', 'price'] as const).map((value) => ({
            value,
            label: t(`labels.values.${value}`),
          }))}
          value={layout.value}
          onChange={(value) => onChange({ ...layout, value: value === 'price' ? 'price' : 'weight' })}
        />
        <NumberInput label={t('labels.valueDigits')} min={3} max={7} {...digits('valueDigits')} />
        <NumberInput label={t('labels.decimals')} min={0} max={4} {...digits('valueDecimals')} />
        <Checkbox
          className={classes.verifier}
          label={t('labels.verifier')}
          checked={layout.verifierDigit}
          onChange={(event) => onChange({ ...layout, verifierDigit: event.currentTarget.checked })}
        />
      </div>
      <div className={classes.shown}>
        <LabelPicture layout={layout} />
        <ActionIcon color="red" aria-label={t('labels.remove', { name: layout.name })} onClick={onRemove}>
          <IconTrash size={20} />
        </ActionIcon>
      </div>
      {problem && (
        <Text c="red" className={classes.problem} role="alert">
          <IconAlertCircle size={18} aria-hidden />
          {t(`labels.problems.${problem}`)}
        </Text>
      )}
    </fieldset>
  );
}
