import { Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScaleLayoutDraft } from '../problems';
import { useSettingsDesk } from '../settings-context';
import { SettingsSection } from '../settings-section';
import { LabelTrial } from './label-trial';
import { LayoutEditor } from './layout-editor';

const MOST_LAYOUTS = 20;
const FRESH: Omit<ScaleLayoutDraft, 'name'> = {
  prefix: '22',
  itemDigits: 5,
  verifierDigit: false,
  valueDigits: 5,
  valueDecimals: 3,
  value: 'weight',
};

/** The layouts of the store's scale labels, each with its thirteen digits, and a field to test a scan. */
export function ScaleLabels() {
  const { t } = useTranslation('settings');
  const { values, set } = useSettingsDesk().draft;
  const layouts = values.scaleLayouts;
  const adding = useRef<HTMLButtonElement>(null);
  return (
    <SettingsSection section="labels">
      {layouts.length === 0 && <Text>{t('labels.none')}</Text>}
      {layouts.map((layout, index) => (
        <LayoutEditor
          // biome-ignore lint/suspicious/noArrayIndexKey: a layout has no unique name while it is being typed
          key={index}
          layout={layout}
          onChange={(changed) => set('scaleLayouts', layouts.with(index, changed))}
          onRemove={() => {
            set('scaleLayouts', layouts.toSpliced(index, 1));
            adding.current?.focus();
          }}
        />
      ))}
      <Button
        ref={adding}
        variant="default"
        w="fit-content"
        leftSection={<IconPlus size={18} />}
        disabled={layouts.length >= MOST_LAYOUTS}
        onClick={() => set('scaleLayouts', [...layouts, { ...FRESH, name: t('labels.newName') }])}
      >
        {t('labels.add')}
      </Button>
      <LabelTrial layouts={layouts} />
    </SettingsSection>
  );
}
