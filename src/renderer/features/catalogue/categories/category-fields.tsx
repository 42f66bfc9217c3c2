import { Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Category } from '#shared/contract/catalogue';
import { CategorySelect } from './category-select';

/** The editable fields of a category. */
export type CategoryDraft = Pick<Category, 'parentId' | 'code' | 'name' | 'description' | 'status'>;

/** The field of a category for each refusal. */
export const CATEGORY_FIELDS = {
  CATEGORY_NAME_TAKEN: 'name',
  CATEGORY_CODE_TAKEN: 'code',
  CATEGORY_LOOP: 'parentId',
} as const;

interface CategoryFieldsProps {
  draft: CategoryDraft;
  onChange: (draft: CategoryDraft) => void;
  errorAt: (field: 'name' | 'code' | 'parentId') => string | undefined;
  /** Whether the name says that it is missing. */
  nameMissing?: boolean;
  /** The number of products in it and below it. */
  productsBelow?: number;
  /** The category and its descendants, which cannot become its parent. */
  without?: ReadonlySet<number>;
  disabled?: boolean;
}

/** A category's name, place in the tree, code, description and status. */
export function CategoryFields(props: CategoryFieldsProps) {
  const {
    draft,
    onChange,
    errorAt,
    productsBelow = 0,
    without,
    nameMissing = false,
    disabled = false,
  } = props;
  const { t } = useTranslation(['catalogue', 'common']);
  return (
    <Stack gap="sm">
      <TextInput
        data-autofocus
        data-field="name"
        required
        disabled={disabled}
        error={nameMissing ? t('categories.nameMissing') : errorAt('name')}
        label={t('categories.name')}
        maxLength={100}
        value={draft.name}
        onChange={(event) => onChange({ ...draft, name: event.currentTarget.value })}
      />
      <CategorySelect
        data-field="parentId"
        disabled={disabled}
        error={errorAt('parentId')}
        label={t('categories.parent')}
        noneLabel={t('categories.topLevel')}
        categoryId={draft.parentId}
        onPick={(parentId) => onChange({ ...draft, parentId })}
        {...(without ? { without } : {})}
      />
      <TextInput
        data-field="code"
        disabled={disabled}
        error={errorAt('code')}
        label={t('common:optional', { label: t('categories.code') })}
        placeholder={t('categories.codeHint')}
        maxLength={40}
        value={draft.code}
        onChange={(event) => onChange({ ...draft, code: event.currentTarget.value })}
      />
      <Select
        disabled={disabled}
        label={t('categories.status')}
        description={
          draft.status === 'inactive'
            ? t('categories.whenInactive', { count: productsBelow })
            : t('categories.whenActive')
        }
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data={[
          { value: 'active', label: t('categories.active') },
          { value: 'inactive', label: t('categories.inactive') },
        ]}
        value={draft.status}
        onChange={(status) => status && onChange({ ...draft, status })}
      />
      <Textarea
        disabled={disabled}
        label={t('common:optional', { label: t('categories.description') })}
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
