import { Button, Group, Paper } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { KeyHint } from '../../../components/key-hint';
import { QuantityField } from '../../../components/quantity-field';
import { usePageKeys } from '../../../lib/keys';
import type { Asked, ScansOnto } from './use-scans-onto';

interface AskedQuantityProps {
  asked: Asked;
  scans: ScansOnto;
  /** Gives the focus back. */
  toBox: () => void;
}

/** Asks how much of the product just scanned is taken; Enter takes it, and so does the next scan. */
export function AskedQuantity({ asked, scans, toBox }: AskedQuantityProps) {
  const { t } = useTranslation(['transfers', 'common']);
  const cancel = (): void => {
    scans.cancel();
    toBox();
  };
  usePageKeys([{ keys: 'Escape', label: t('common:cancel'), run: cancel }]);
  return (
    <Paper
      withBorder
      p="sm"
      role="group"
      aria-label={t('transfers:document.asked', { product: asked.product.name })}
    >
      <form
        onSubmit={async (event) => {
          event.preventDefault();
          if (await scans.answer()) toBox();
        }}
      >
        <Group gap="sm" align="flex-end">
          <QuantityField
            key={`${asked.product.id}-${asked.code}`}
            autoFocus
            size="md"
            flex="0 1 24rem"
            label={t('transfers:document.asked', { product: asked.product.name })}
            unit={asked.product.unit}
            value={asked.quantityMilli}
            onChange={scans.setQuantity}
          />
          <Button
            type="submit"
            size="md"
            disabled={asked.quantityMilli === null || asked.quantityMilli <= 0}
            rightSection={<KeyHint keys="Enter" />}
          >
            {t('transfers:document.askedAdd')}
          </Button>
          <Button variant="default" size="md" rightSection={<KeyHint keys="Esc" />} onClick={cancel}>
            {t('common:cancel')}
          </Button>
        </Group>
      </form>
    </Paper>
  );
}
