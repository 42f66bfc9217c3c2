import { Breadcrumbs, Group } from '@mantine/core';
import { IconArrowUp, IconCategory } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { useMay } from '#renderer/lib/session';
import { DataTable } from '#renderer/ui/data-table';
import type { DataColumn } from '#renderer/ui/data-table-row';
import { EmptyState } from '#renderer/ui/empty-state';
import { KeyButton } from '#renderer/ui/key-button';
import { TextLink } from '#renderer/ui/links';
import { RefusalNote } from '#renderer/ui/refusal-note';
import type { CategoryStock } from '#shared/contract/overview';
import { categoriesOptions } from '../overview-queries';
import { ProductList } from './product-list';
import { sumColumns } from './sum-columns';

interface CategoryListProps {
  /** The opened category; undefined for the top level. */
  category: number | undefined;
  /** Whether the products directly in it are shown. */
  direct: boolean;
}

/** Stock by category, including everything below it; a category opens to its subcategories, then its products. */
export function CategoryList({ category, direct }: CategoryListProps) {
  const { t } = useTranslation(['overview', 'common']);
  const format = useFormat();
  const withValue = useMay()('seeCost') === 'yes';
  const navigate = useNavigate();
  const list = useQuery(categoriesOptions(category));
  const path = list.data?.path ?? [];
  const rows = list.data?.rows ?? [];
  const here = path.at(-1)?.name;
  const nameOf = ({ categoryId, name }: CategoryStock): string => {
    if (categoryId !== null) return name;
    return here === undefined ? t('noCategory') : t('directly', { name: here });
  };
  const go = (search: { category?: number | undefined; direct?: true }): void =>
    void navigate({ to: '/stockroom/overview', search: { list: 'categories', ...search } });
  const open = ({ categoryId, hasSubcategories }: CategoryStock): void => {
    if (categoryId === null) go({ category, direct: true });
    else go(hasSubcategories ? { category: categoryId } : { category: categoryId, direct: true });
  };
  const up = (): void => {
    const isWithin =
      direct && rows.some(({ hasSubcategories, categoryId }) => hasSubcategories || categoryId);
    if (isWithin) go({ category });
    else go({ category: path.at(-2)?.id });
  };
  const columns: DataColumn<CategoryStock>[] = [
    { id: 'name', header: t('columns.category'), width: 'minmax(10rem, 2fr)', cell: nameOf },
    ...sumColumns(t, format, withValue, rows),
  ];
  return (
    <>
      {(category !== undefined || direct) && (
        <Group gap="md" wrap="nowrap">
          <KeyButton
            keys="Escape"
            variant="default"
            label={t('up')}
            icon={<IconArrowUp size={18} />}
            run={up}
          />
          <Breadcrumbs aria-label={t('way')}>
            <TextLink to="/stockroom/overview" search={{ list: 'categories' }}>
              {t('allCategories')}
            </TextLink>
            {path.map(({ id, name }) => (
              <TextLink key={id} to="/stockroom/overview" search={{ list: 'categories', category: id }}>
                {name}
              </TextLink>
            ))}
          </Breadcrumbs>
        </Group>
      )}
      <RefusalNote error={list.error} />
      {direct ? (
        <ProductList categoryId={category ?? null} />
      ) : (
        <DataTable
          label={t('lists.categories')}
          columns={columns}
          rows={rows}
          getRowId={({ categoryId }) => categoryId ?? 0}
          onOpen={open}
          loading={list.isPending}
          emptyState={
            <EmptyState icon={<IconCategory size={36} />} title={t('empty.title')} hint={t('empty.hint')} />
          }
        />
      )}
    </>
  );
}
