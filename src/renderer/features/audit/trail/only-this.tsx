import { Button, Group, Text } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** Says that the list only shows the entries of one record. */
export function OnlyThis({ label, onClear }: { label: string; onClear: () => void }) {
  const { t } = useTranslation('audit');
  return (
    <Group gap="sm" role="status">
      <IconFilter size={18} aria-hidden />
      <Text fw={600}>{t('only', { label })}</Text>
      <Button variant="subtle" size="compact-md" onClick={onClear}>
        {t('onlyOff')}
      </Button>
    </Group>
  );
}
