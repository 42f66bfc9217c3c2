import { Button, Group, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { refusalOf } from '#renderer/lib/refusal';
import { ButtonLink } from '#renderer/ui/links';
import { RefusalNote } from '#renderer/ui/refusal-note';

interface ProductRefusalProps {
  error: unknown;
  onDismiss: () => void;
  /** Creates the product although another one has the same name. */
  onSameNameIsMeant: () => void;
  /** Reloads the product with another person's changes. */
  onReload: () => void;
}

/** Why a product was not saved, with ways to continue: open the conflicting product, keep the name, or reload. */
export function ProductRefusal({ error, onDismiss, onSameNameIsMeant, onReload }: ProductRefusalProps) {
  const { t } = useTranslation('catalogue');
  const refusal = refusalOf(error);
  if (error === null || error === undefined) return null;
  const inTheWay =
    refusal?.code === 'NAME_KNOWN' || refusal?.code === 'SKU_TAKEN' || refusal?.code === 'BARCODE_TAKEN'
      ? refusal.data.productId
      : null;
  return (
    <Stack gap="xs">
      <RefusalNote error={error} onDismiss={onDismiss} />
      <Group gap="xs">
        {refusal?.code === 'NAME_KNOWN' && (
          <Button size="sm" onClick={onSameNameIsMeant}>
            {t('product.sameNameIsMeant')}
          </Button>
        )}
        {inTheWay !== null && (
          <ButtonLink to="/office/products/$id" params={{ id: String(inTheWay) }} size="sm" variant="default">
            {t('product.openOther')}
          </ButtonLink>
        )}
        {refusal?.code === 'CHANGED_MEANWHILE' && (
          <Button size="sm" onClick={onReload}>
            {t('product.reload')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
