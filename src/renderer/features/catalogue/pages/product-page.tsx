import { SimpleGrid, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/lib/rpc';
import { useMay } from '#renderer/lib/session';
import { ProductBatches } from '#renderer/parts/batches/product-batches';
import { ProductStock } from '#renderer/parts/product-stock';
import { LocationThresholds } from '#renderer/parts/thresholds/location-thresholds';
import { BackButton } from '#renderer/ui/back-button';
import { Page } from '#renderer/ui/page';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { Section } from '#renderer/ui/section';
import { ProductActions } from '../product/product-actions';
import { ProductEditor } from '../product/product-editor';
import { ProductFacts } from '../product/product-facts';

/** A product on its own page, so that other pages can link to it. */
export function ProductPage() {
  const { id } = useParams({ from: '/office/products/$id' });
  return <WholeProduct key={id} id={Number(id)} />;
}

function WholeProduct({ id }: { id: number }) {
  const { t } = useTranslation(['catalogue', 'alerts']);
  const navigate = useNavigate();
  const seesStock = useMay()('seeQuantities') === 'yes';
  const [editing, setEditing] = useState(false);
  const [edited, setEdited] = useState(false);
  const leaveForm = (): void => {
    setEditing(false);
    setEdited(true);
  };
  const { data: product, error } = useQuery(orpc.catalogue.product.queryOptions({ input: { id } }));
  return (
    <Page
      title={product?.name ?? t('products.title')}
      back={<BackButton to="/office/products" label={t('product.backToList')} disabled={editing} />}
    >
      <RefusalNote error={error} />
      {product && editing && <ProductEditor product={product} onSaved={leaveForm} onCancel={leaveForm} />}
      {product && !editing && (
        <Stack>
          <ProductActions
            product={product}
            takeFocus={edited}
            onEdit={() => setEditing(true)}
            onDeleted={() => void navigate({ to: '/office/products' })}
          />
          <SimpleGrid type="container" cols={{ base: 1, '60rem': 2 }} spacing="md">
            <Section title={t('product.facts')}>
              <ProductFacts product={product} />
            </Section>
            {seesStock && (
              <Stack>
                <Section title={t('product.stock')}>
                  <ProductStock product={product} />
                </Section>
                <ProductBatches product={product} />
                <Section title={t('alerts:thresholds.title')}>
                  <LocationThresholds product={product} />
                </Section>
              </Stack>
            )}
          </SimpleGrid>
        </Stack>
      )}
    </Page>
  );
}
