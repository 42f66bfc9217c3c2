import { Button, Group, Text } from '@mantine/core';
import { IconEditCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyButton } from '#renderer/ui/key-button';
import { LabelsLink } from '#renderer/ui/labels-link';
import type { ProductRow } from '#shared/contract/catalogue';
import { catalogueKeys } from '../catalogue-keys';
import { ChangeSeveralDialog } from './change-several-dialog';

interface SelectionBarProps {
  ids: ReadonlySet<number>;
  rows: readonly ProductRow[];
  onClear: () => void;
}

/** The number of selected products, and the actions on all of them. */
export function SelectionBar({ ids, rows, onClear }: SelectionBarProps) {
  const { t } = useTranslation('catalogue');
  const [asking, setAsking] = useState(false);
  const [changed, setChanged] = useState<number | null>(null);
  if (ids.size === 0) {
    return (
      <Text size="sm" c="dimmed" role="status">
        {changed === null ? t('several.hint') : t('several.done', { count: changed })}
      </Text>
    );
  }
  return (
    <Group gap="sm">
      <Text fw={600} role="status">
        {t('several.ticked', { count: ids.size })}
      </Text>
      <KeyButton
        keys={catalogueKeys.changeSeveral}
        label={t('several.change')}
        icon={<IconEditCircle size={18} />}
        run={() => setAsking(true)}
      />
      <LabelsLink of={{ products: [...ids] }} />
      <Button variant="subtle" onClick={onClear}>
        {t('several.untick')}
      </Button>
      {asking && (
        <ChangeSeveralDialog
          ids={ids}
          example={rows.find(({ id }) => ids.has(id))}
          onDone={(count) => {
            setChanged(count);
            setAsking(false);
            onClear();
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </Group>
  );
}
