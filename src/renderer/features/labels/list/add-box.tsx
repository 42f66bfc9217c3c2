import { Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { categoryPaths } from '#renderer/lib/category-paths';
import { orpc } from '#renderer/lib/rpc';
import { ProductPicker } from '#renderer/parts/product-picker';
import { SearchSelect } from '#renderer/ui/search-select';

interface AddBoxProps {
  onProduct: (productId: number) => void;
  onCategory: (categoryId: number) => void;
  box: RefObject<HTMLDivElement | null>;
}

/** Adds a product found by words, or all products of a category. */
export function AddBox({ onProduct, onCategory, box }: AddBoxProps) {
  const { t } = useTranslation('labels');
  const { data: categories = [] } = useQuery(orpc.catalogue.listCategories.queryOptions());
  return (
    <Group ref={box} gap="sm" align="flex-end">
      <ProductPicker
        flex="1 1 13rem"
        label={t('find')}
        placeholder={t('findPlaceholder')}
        nothingFound={t('nothingFound')}
        picked={null}
        onPick={(product) => product && onProduct(product.id)}
      />
      {categories.length > 0 && (
        <SearchSelect
          flex="1 1 11rem"
          label={t('category')}
          placeholder={t('categoryPlaceholder')}
          data={categoryPaths(categories).map(({ id, path }) => ({ value: String(id), label: path }))}
          value={null}
          onChange={(value) => value !== null && onCategory(Number(value))}
        />
      )}
    </Group>
  );
}
