import { Button, Group } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { refusalOf } from '#renderer/lib/refusal';
import { orpc } from '#renderer/lib/rpc';
import { useMay } from '#renderer/lib/session';
import { RefusalNote } from '#renderer/ui/refusal-note';

interface UnknownCodeProps {
  /** The error of a scan. */
  error: unknown;
  onDismiss: () => void;
  /** Starts a new product with the code. */
  onAdd: (code: string) => void;
}

/** A scan that found nothing, with a button to create a product with its code. */
export function UnknownCode({ error, onDismiss, onAdd }: UnknownCodeProps) {
  const { t } = useTranslation('catalogue');
  const mayEdit = useMay()('editCatalogue') === 'yes';
  const refusal = refusalOf(error);
  const code = refusal?.code === 'UNKNOWN_BARCODE' ? refusal.data.code : null;
  // Reloaded when products change, because the code may have been assigned to one since.
  const { isSuccess: isKnown } = useQuery({
    ...orpc.scanning.product.queryOptions({ input: code === null ? skipToken : { code } }),
    retry: false,
  });
  if (code !== null && isKnown) return null;
  return (
    <>
      <RefusalNote error={error} onDismiss={onDismiss} />
      {code !== null && mayEdit && (
        <Group>
          <Button variant="default" leftSection={<IconPlus size={18} />} onClick={() => onAdd(code)}>
            {t('products.addWithCode', { code })}
          </Button>
        </Group>
      )}
    </>
  );
}
