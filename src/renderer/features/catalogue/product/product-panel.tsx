import { Stack, Title } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type Ref, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/lib/rpc';
import { useMay } from '#renderer/lib/session';
import { ProductStock } from '#renderer/parts/product-stock';
import { ButtonLink } from '#renderer/ui/links';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { SidePanel } from '#renderer/ui/side-panel';
import { ProductActions } from './product-actions';
import { type EditorHandle, ProductEditor } from './product-editor';
import { ProductFacts } from './product-facts';

interface ProductPanelProps {
  id: number;
  /** The handle of the form while it is open. */
  editor: Ref<EditorHandle>;
  onClose: () => void;
  onDeleted: () => void;
}

/** A product beside the list, for viewing and editing. */
export function ProductPanel({ id, editor, onClose, onDeleted }: ProductPanelProps) {
  const { t } = useTranslation('catalogue');
  const seesStock = useMay()('seeQuantities') === 'yes';
  const [editing, setEditing] = useState(false);
  const [edited, setEdited] = useState(false);
  const leaveForm = (): void => {
    setEditing(false);
    setEdited(true);
  };
  const { data: product, error } = useQuery(orpc.catalogue.product.queryOptions({ input: { id } }));
  const actions = product && (
    <ProductActions
      product={product}
      takeFocus={edited}
      onEdit={() => setEditing(true)}
      onDeleted={onDeleted}
    />
  );
  return (
    <SidePanel title={product?.name ?? ''} onClose={onClose} footer={!editing && actions}>
      <RefusalNote error={error} />
      {product && editing && (
        <ProductEditor ref={editor} product={product} onSaved={leaveForm} onCancel={leaveForm} />
      )}
      {product && !editing && (
        <Stack gap="md">
          <ButtonLink
            to="/office/products/$id"
            params={{ id: String(id) }}
            variant="subtle"
            size="compact-sm"
            w="fit-content"
            leftSection={<IconExternalLink size={16} />}
          >
            {t('product.openPage')}
          </ButtonLink>
          <ProductFacts product={product} />
          {seesStock && (
            <div>
              <Title order={3} size="h6" mb={4}>
                {t('product.stock')}
              </Title>
              <ProductStock product={product} />
            </div>
          )}
        </Stack>
      )}
    </SidePanel>
  );
}
