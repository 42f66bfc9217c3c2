import { Stack, Text } from '@mantine/core';
import { skipToken, useQuery } from '@tanstack/react-query';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCurrentLocation } from '#renderer/lib/current-location';
import { orpc } from '#renderer/lib/rpc';
import { resolveInStock } from '#renderer/lib/scan/resolve-in-stock';
import { type PickedProduct, ProductPicker } from '#renderer/parts/product-picker';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { SidePanel } from '#renderer/ui/side-panel';
import { useScanCall } from '#renderer/ui/use-scan-call';
import { NOTHING_ENTERED, type ScannedBatch } from '../actions/stock-action';
import { StockActionForm } from '../actions/stock-action-form';
import { useActionChoices } from '../actions/use-action-choices';

interface OpeningStockPanelProps {
  /** The product field, which is filled in first. */
  box: RefObject<HTMLInputElement | null>;
  onDone: (sentence: string) => void;
  onClose: () => void;
}

/** Starts stock of a product at a location: the product by scan or name, then location and quantity. */
export function OpeningStockPanel({ box, onDone, onClose }: OpeningStockPanelProps) {
  const { t } = useTranslation('stock');
  const [picked, setPicked] = useState<PickedProduct | null>(null);
  const [batch, setBatch] = useState<ScannedBatch | null>(null);
  const [entered, setEntered] = useState(NOTHING_ENTERED);
  const [hereId, setHere] = useCurrentLocation();
  const input = picked === null ? skipToken : { id: picked.id };
  const { data: product, error } = useQuery(orpc.catalogue.product.queryOptions({ input }));
  const choices = useActionChoices(picked?.id ?? null);
  const scanning = useScanCall(async (scanned) => {
    const found = await resolveInStock(scanned);
    if (found.kind === 'location') {
      setHere(found.location.id);
      // A scanned location overrides a chosen one.
      setEntered(({ changes: { locationId: _, ...changes }, ...rest }) => ({ ...rest, changes }));
      return;
    }
    pick(found.product);
    setBatch(found.batch);
  });
  /** Picks a product; input for another product is discarded. */
  const pick = (next: PickedProduct | null): void => {
    if (next?.id !== picked?.id) {
      setEntered(NOTHING_ENTERED);
      setBatch(null);
    }
    setPicked(next);
  };
  return (
    <SidePanel title={t('actions.opening.title')} onClose={onClose}>
      <Stack>
        <Text c="dimmed">{t('entries.openingHint')}</Text>
        <ProductPicker
          box={box}
          autoFocus
          label={t('entries.product')}
          placeholder={t('entries.pickProduct')}
          nothingFound={t('nothingFound')}
          picked={picked}
          onPick={pick}
        />
        <RefusalNote error={scanning.error ?? error} onDismiss={scanning.reset} />
        {product && choices && (
          <StockActionForm
            key={product.id}
            action="opening"
            product={product}
            choices={choices}
            meant={{ hereId, batch }}
            entered={entered}
            onEntered={setEntered}
            onDone={onDone}
            onCancel={onClose}
          />
        )}
      </Stack>
    </SidePanel>
  );
}
