import { Checkbox, Group, SegmentedControl, Select, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import type { LabelLook } from '#shared/contract/labels';
import { LABEL_LAYOUT_IDS, LABEL_LAYOUTS, type LabelLayoutId } from '#shared/kernel/label-sheets';

interface LookFieldsProps {
  look: LabelLook;
  onChange: (look: LabelLook) => void;
}

const MM_PER_INCH = 25.4;
const MILLI = 1000;
const SHOWN = ['price', 'unitPrice', 'barcode'] as const;

/** The paper of labels, and the content of product labels. */
export function LookFields({ look, onChange }: LookFieldsProps) {
  const { t } = useTranslation('labels');
  const format = useFormat();
  const { design, show } = look;
  const groups = ([false, true] as const).map((isRoll) => ({
    group: t(isRoll ? 'look.rolls' : 'look.sheets'),
    items: LABEL_LAYOUT_IDS.filter((id) => (LABEL_LAYOUTS[id].paper === 'roll') === isRoll).map((id) => ({
      value: id,
      label: layoutName(id),
    })),
  }));
  return (
    <Stack gap="sm">
      <Select
        label={t('look.layout')}
        data={groups}
        allowDeselect={false}
        value={look.layout}
        onChange={(layout) => layout !== null && onChange({ ...look, layout })}
      />
      <SegmentedControl
        aria-label={t('look.design')}
        data={(['shelf', 'goods'] as const).map((value) => ({ value, label: t(`look.${value}`) }))}
        value={design}
        onChange={(value) => onChange({ ...look, design: value })}
      />
      <Group gap="md" role="group" aria-label={t('look.design')}>
        {SHOWN.map((what) => (
          <Checkbox
            key={what}
            label={t(`look.${what}`)}
            // A goods label always has its barcode, and the unit price is only shown beside a price.
            checked={what === 'barcode' && design === 'goods' ? true : show[what]}
            disabled={(what === 'barcode' && design === 'goods') || (what === 'unitPrice' && !show.price)}
            onChange={(event) =>
              onChange({ ...look, show: { ...show, [what]: event.currentTarget.checked } })
            }
          />
        ))}
      </Group>
    </Stack>
  );

  function layoutName(id: LabelLayoutId): string {
    const { paper, columns, rows, widthMm, heightMm } = LABEL_LAYOUTS[id];
    const perUnit = paper === 'letter' ? MM_PER_INCH : 1;
    const length = (mm: number): string => format.number(Math.round((mm / perUnit) * MILLI));
    return t(`look.${paper}`, { columns, rows, width: length(widthMm), height: length(heightMm) });
  }
}
