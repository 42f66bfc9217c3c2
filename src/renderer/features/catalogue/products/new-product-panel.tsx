import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { SidePanel } from '#renderer/ui/side-panel';
import type { Product } from '#shared/contract/catalogue';
import { type EditorHandle, ProductEditor } from '../product/product-editor';

interface NewProductPanelProps {
  code: string | undefined;
  editor: Ref<EditorHandle>;
  onMade: (product: Product) => void;
  /** Called when a person wants to leave; the form has not asked about unsaved input yet. */
  onClose: () => void;
  /** Called when the form was left without saving. */
  onLeft: () => void;
}

/** A new product beside the list. */
export function NewProductPanel({ code, editor, onMade, onClose, onLeft }: NewProductPanelProps) {
  const { t } = useTranslation('catalogue');
  return (
    <SidePanel title={t('product.newTitle')} onClose={onClose}>
      <ProductEditor ref={editor} product={null} code={code} onSaved={onMade} onCancel={onLeft} />
    </SidePanel>
  );
}
