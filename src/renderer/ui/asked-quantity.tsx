import { Button, Group, Paper } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePageKeys } from '#renderer/lib/keys';
import type { ScannedCode } from '#shared/contract/scanning';
import type { UnitOfMeasure } from '#shared/kernel/quantity';
import { KeyHint } from './key-hint';
import { QuantityField } from './quantity-field';
import { submitDialog } from './submit-dialog';
import { useCompleteSubmit } from './use-complete-submit';

/** A product whose quantity for a document is being asked for. */
export interface Asked {
  product: { id: number; name: string; unit: UnitOfMeasure };
  /** The scan that identified it; null for a product found by name. */
  scanned: ScannedCode | null;
  quantityMilli: number | null;
}

interface AskedQuantityProps {
  asked: Asked;
  onQuantity: (quantityMilli: number | null) => void;
  /** Called on Enter. */
  onAdd: () => void;
  /** Called on Escape. */
  onCancel: () => void;
}

/** Asks for the quantity of a product to add to a document. */
export function AskedQuantity({ asked, onQuantity, onAdd, onCancel }: AskedQuantityProps) {
  const { t } = useTranslation();
  const { product, scanned, quantityMilli } = asked;
  const question = t('howMany', { unit: t(`units.${product.unit}`), product: product.name });
  const [saysMissing, submit] = useCompleteSubmit(Boolean(quantityMilli));
  usePageKeys([{ keys: 'Escape', label: t('cancel'), run: onCancel }]);
  return (
    <Paper withBorder p="sm" role="group" aria-label={question}>
      <form noValidate onSubmit={(event) => submitDialog(event, () => submit(onAdd))}>
        <Group gap="sm" align="flex-end">
          <QuantityField
            aboveZero
            needed={saysMissing}
            key={`${product.id}-${scanned?.code}`}
            autoFocus
            size="md"
            flex="0 1 24rem"
            label={question}
            unit={product.unit}
            value={quantityMilli}
            onChange={onQuantity}
          />
          <Button type="submit" size="md" rightSection={<KeyHint keys="Enter" />}>
            {t('add')}
          </Button>
          <Button variant="default" size="md" rightSection={<KeyHint keys="Esc" />} onClick={onCancel}>
            {t('cancel')}
          </Button>
        </Group>
      </form>
    </Paper>
  );
}
