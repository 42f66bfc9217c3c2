import { useTranslation } from 'react-i18next';
import { SidePanel } from '#renderer/ui/side-panel';
import type { Product } from '#shared/contract/catalogue';
import { ProductEditor } from '../product/product-editor';

interface NewProductPanelProps {
  code: string | undefined;
  onMade: (product: Product) => void;
  onClose: () => void;
}

/** A new product beside the list. */
export function NewProductPanel({ code, onMade, onClose }: NewProductPanelProps) {
  const { t } = useTranslation('catalogue');
  return (
    <SidePanel title={t('product.newTitle')} onClose={onClose}>
      <ProductEditor product={null} code={code} onSaved={onMade} onCancel={onClose} />
    </SidePanel>
  );
}
