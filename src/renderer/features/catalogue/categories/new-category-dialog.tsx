import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Category } from '#shared/contract/catalogue';
import { FormDialog } from '../../../components/form-dialog';
import { orpc, rpc } from '../../../lib/rpc';
import { type CategoryDraft, CategoryFields } from './category-fields';

interface NewCategoryDialogProps {
  /** Where it goes at first: into the category that is open. */
  parentId: number | null;
  onMade: (category: Category) => void;
  onClose: () => void;
}

/** Adds a category. */
export function NewCategoryDialog({ parentId, onMade, onClose }: NewCategoryDialogProps) {
  const { t } = useTranslation('catalogue');
  const queries = useQueryClient();
  const [draft, setDraft] = useState<CategoryDraft>({
    parentId,
    code: '',
    name: '',
    description: '',
    status: 'active',
  });
  const making = useMutation({
    mutationFn: () => rpc.catalogue.createCategory(draft),
    onSuccess: async (category) => {
      await queries.invalidateQueries(orpc.catalogue.listCategories.queryOptions());
      onMade(category);
    },
  });
  return (
    <FormDialog
      title={t('categories.newTitle')}
      submitLabel={t('categories.make')}
      disabled={draft.name.trim() === ''}
      busy={making.isPending}
      error={making.error}
      onSubmit={() => making.mutate()}
      onClose={onClose}
    >
      <CategoryFields draft={draft} onChange={setDraft} />
    </FormDialog>
  );
}
