import { Stack, Text } from '@mantine/core';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type PickedProduct, ProductPicker } from '../../../components/product-picker';
import { RefusalNote } from '../../../components/refusal-note';
import { SidePanel } from '../../../components/side-panel';
import { useScanCall } from '../../../components/use-scan-call';
import { orpc, rpc } from '../../../lib/rpc';
import { StockActionForm } from '../actions/stock-action-form';

interface BeginPanelProps {
  onDone: (sentence: string) => void;
  onClose: () => void;
}

/** Begins stock of a product at a place: the product by scan or by name, then where and how much. */
export function BeginPanel({ onDone, onClose }: BeginPanelProps) {
  const { t } = useTranslation('stock');
  const [picked, setPicked] = useState<PickedProduct | null>(null);
  const [quantityMilli, setQuantityMilli] = useState<number | null>(null);
  const input = picked === null ? skipToken : { id: picked.id };
  const { data: product, error } = useQuery(orpc.catalogue.product.queryOptions({ input }));
  const { data: entries } = useQuery(
    orpc.stock.listEntries.queryOptions({
      input: picked === null ? skipToken : { productId: picked.id, limit: 500 },
    }),
  );
  const { data: places } = useQuery(orpc.stock.listLocations.queryOptions());
  const scanning = useScanCall(async (code) => setPicked(await rpc.catalogue.productByBarcode({ code })));
  return (
    <SidePanel title={t('actions.begin.title')} onClose={onClose}>
      <Stack>
        <Text c="dimmed">{t('entries.beginHint')}</Text>
        <ProductPicker
          label={t('entries.product')}
          placeholder={t('entries.pickProduct')}
          nothingFound={t('nothingFound')}
          picked={picked}
          onPick={setPicked}
        />
        <RefusalNote error={scanning.error ?? error} onDismiss={scanning.reset} />
        {product && entries && places && (
          <StockActionForm
            key={product.id}
            action="begin"
            product={product}
            entries={entries.rows}
            places={places}
            quantityMilli={quantityMilli}
            onQuantity={setQuantityMilli}
            onDone={onDone}
            onCancel={onClose}
          />
        )}
      </Stack>
    </SidePanel>
  );
}
