import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/lib/rpc';
import { resolveInStock } from '#renderer/lib/scan/resolve-in-stock';
import { useHistoryExport } from '#renderer/parts/history/export-history';
import { HistoryFilters } from '#renderer/parts/history/history-filters';
import { type HistoryChoice, isChosen } from '#renderer/parts/history/history-queries';
import { MovementList } from '#renderer/parts/history/movement-list';
import { type PickedProduct, ProductPicker } from '#renderer/parts/product-picker';
import { DoneNote } from '#renderer/ui/done-note';
import { Page } from '#renderer/ui/page';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { useScanCall } from '#renderer/ui/use-scan-call';

/** All movements, newest first, with filters for product, location, kind, person and days. */
export function HistoryPage() {
  const { t } = useTranslation('stock');
  const [choice, setChoice] = useState<HistoryChoice>({});
  const [product, setProduct] = useState<PickedProduct | null>(null);
  const [locationId, setLocationId] = useState<number | undefined>();
  const { data: locations = [] } = useQuery(orpc.stock.listLocations.queryOptions());
  const filter = { ...choice, productId: product?.id, locationId };
  const file = useHistoryExport(filter);
  const scanning = useScanCall(async (scanned) => {
    const found = await resolveInStock(scanned);
    if (found.kind === 'product') setProduct(found.product);
    else setLocationId(found.location.id);
  });
  const leadIsSet = product !== null || locationId !== undefined;
  const clear = (): void => {
    setChoice({});
    setProduct(null);
    setLocationId(undefined);
  };
  return (
    <Page title={t('history.title')} actions={file.button}>
      <HistoryFilters
        choice={choice}
        onChange={setChoice}
        leadIsSet={leadIsSet}
        onClear={clear}
        lead={
          <>
            <ProductPicker
              flex="1 1 13rem"
              label={t('history.product')}
              placeholder={t('history.allProducts')}
              nothingFound={t('nothingFound')}
              picked={product}
              onPick={setProduct}
            />
            <Select
              flex="1 1 10rem"
              label={t('history.location')}
              placeholder={t('history.allLocations')}
              clearable
              data={locations.map(({ id, name }) => ({ value: String(id), label: name }))}
              value={locationId === undefined ? null : String(locationId)}
              onChange={(value) => setLocationId(value === null ? undefined : Number(value))}
            />
          </>
        }
      />
      <RefusalNote error={scanning.error} onDismiss={scanning.reset} />
      <RefusalNote error={file.error} onDismiss={file.dismiss} />
      {file.saved && <DoneNote>{file.saved}</DoneNote>}
      <MovementList filter={filter} unfiltered={!(leadIsSet || isChosen(choice))} />
    </Page>
  );
}
