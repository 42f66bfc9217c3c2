import { Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Category } from '#shared/contract/catalogue';
import { CategorySelect } from './category-select';

/** What a person says of a category. */
export type CategoryDraft = Pick<Category, 'parentId' | 'code' | 'name' | 'description' | 'status'>;

interface CategoryFieldsProps {
  draft: CategoryDraft;
  onChange: (draft: CategoryDraft) => void;
  /** It and what is below it, where it cannot go. */
  without?: ReadonlySet<number>;
  disabled?: boolean;
}

/** A category's name, place in the tree, code, description and status. */
export function CategoryFields({ draft, onChange, without, disabled = false }: CategoryFieldsProps) {
  const { t } = useTranslation('catalogue');
  return (
    <Stack gap="sm">
      <TextInput
        data-autofocus
        required
        disabled={disabled}
        label={t('categories.name')}
        maxLength={100}
        value={draft.name}
        onChange={(event) => onChange({ ...draft, name: event.currentTarget.value })}
      />
      <CategorySelect
        disabled={disabled}
        label={t('categories.parent')}
        noneLabel={t('categories.topLevel')}
        categoryId={draft.parentId}
        onPick={(parentId) => onChange({ ...draft, parentId })}
        {...(without ? { without } : {})}
      />
      <TextInput
        disabled={disabled}
        label={t('categories.code')}
        placeholder={t('categories.codeHint')}
        maxLength={40}
        value={draft.code}
        onChange={(event) => onChange({ ...draft, code: event.currentTarget.value })}
      />
      <Select
        disabled={disabled}
        label={t('categories.status')}
        data={[
          { value: 'active', label: t('categories.active') },
          { value: 'inactive', label: t('categories.inactive') },
        ]}
        value={draft.status}
        onChange={(status) => status && onChange({ ...draft, status })}
      />
      <Textarea
        disabled={disabled}
        label={t('categories.description')}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={2000}
        value={draft.description}
        onChange={(event) => onChange({ ...draft, description: event.currentTarget.value })}
      />
    </Stack>
  );
}
