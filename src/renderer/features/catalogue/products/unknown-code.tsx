import { Button, Group } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { refusalOf } from '#renderer/lib/refusal';
import { useMay } from '#renderer/lib/session';
import { RefusalNote } from '#renderer/ui/refusal-note';

interface UnknownCodeProps {
  /** What a scan failed with. */
  error: unknown;
  onDismiss: () => void;
  /** Begins a new product with the code. */
  onAdd: (code: string) => void;
}

/** A scan that found nothing, with the way to make a product of it. */
export function UnknownCode({ error, onDismiss, onAdd }: UnknownCodeProps) {
  const { t } = useTranslation('catalogue');
  const mayEdit = useMay()('editCatalogue') === 'yes';
  const refusal = refusalOf(error);
  return (
    <>
      <RefusalNote error={error} onDismiss={onDismiss} />
      {refusal?.code === 'UNKNOWN_BARCODE' && mayEdit && (
        <Group>
          <Button
            variant="default"
            leftSection={<IconPlus size={18} />}
            onClick={() => onAdd(refusal.data.code)}
          >
            {t('products.addWithCode', { code: refusal.data.code })}
          </Button>
        </Group>
      )}
    </>
  );
}
