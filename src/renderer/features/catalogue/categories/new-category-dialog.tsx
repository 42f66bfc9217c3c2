import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc, rpc } from '#renderer/lib/rpc';
import { FormDialog } from '#renderer/ui/form-dialog';
import { useCompleteSubmit } from '#renderer/ui/use-complete-submit';
import { useFieldRefusal } from '#renderer/ui/use-field-refusal';
import type { Category } from '#shared/contract/catalogue';
import { CATEGORY_FIELDS, type CategoryDraft, CategoryFields } from './category-fields';

interface NewCategoryDialogProps {
  /** The initial parent: the category that is open. */
  parentId: number | null;
  onMade: (category: Category) => void;
  onClose: () => void;
}

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
  const fields = useRef<HTMLDivElement>(null);
  const refused = useFieldRefusal(making.error, CATEGORY_FIELDS, fields);
  const [saysMissing, submit] = useCompleteSubmit(draft.name.trim() !== '');
  return (
    <FormDialog
      title={t('categories.newTitle')}
      submitLabel={t('categories.make')}
      busy={making.isPending}
      error={refused.elsewhere}
      onSubmit={() => submit(() => making.mutate())}
      onClose={onClose}
    >
      <div ref={fields}>
        <CategoryFields
          draft={draft}
          nameMissing={saysMissing && draft.name.trim() === ''}
          onChange={setDraft}
          errorAt={refused.errorAt}
        />
      </div>
    </FormDialog>
  );
}
