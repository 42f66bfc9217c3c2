import { Text } from '@mantine/core';
import { IconCategory, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/lib/rpc';
import { useMay } from '#renderer/lib/session';
import { EmptyState } from '#renderer/ui/empty-state';
import { KeyButton } from '#renderer/ui/key-button';
import { LateLoader } from '#renderer/ui/late-loader';
import { Page } from '#renderer/ui/page';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { useBeside } from '#renderer/ui/use-beside';
import { catalogueKeys } from '../catalogue-keys';
import { CategoryPanel } from '../categories/category-panel';
import { CategoryRows } from '../categories/category-rows';
import { NewCategoryDialog } from '../categories/new-category-dialog';

/** The tree of categories; a category opens beside it. */
export function CategoriesPage() {
  const { t } = useTranslation('catalogue');
  const mayEdit = useMay()('editCatalogue') === 'yes';
  const { data: categories, error } = useQuery(orpc.catalogue.listCategories.queryOptions());
  const beside = useBeside();
  const tree = useRef<HTMLDivElement>(null);
  const [making, setMaking] = useState(false);
  const open = categories?.find(({ id }) => id === beside.openId);
  return (
    <Page
      title={t('categories.title')}
      actions={
        mayEdit && (
          <KeyButton
            keys={catalogueKeys.add}
            label={t('categories.add')}
            icon={<IconPlus size={20} />}
            run={() => setMaking(true)}
          />
        )
      }
      aside={
        open && (
          <CategoryPanel
            key={open.id}
            category={open}
            categories={categories ?? []}
            onTyped={beside.setTyped}
            onClose={() => void beside.open(null)}
            onDeleted={() => {
              beside.forget();
              focusBeside(tree.current?.querySelector(`[data-id="${open.id}"]`));
            }}
          />
        )
      }
    >
      <Text c="dimmed">{t('categories.hint')}</Text>
      <RefusalNote error={error} />
      {categories === undefined && !error && <LateLoader />}
      {categories?.length === 0 && (
        <EmptyState
          icon={<IconCategory size={36} />}
          title={t('categories.emptyTitle')}
          hint={t('categories.emptyHint', { key: catalogueKeys.add })}
        />
      )}
      {categories !== undefined && categories.length > 0 && (
        <CategoryRows
          tree={tree}
          categories={categories}
          openId={beside.openId}
          onOpen={(id) => void beside.open(id)}
        />
      )}
      {making && (
        <NewCategoryDialog
          parentId={beside.openId}
          onMade={({ id }) => {
            setMaking(false);
            void beside.open(id);
          }}
          onClose={() => setMaking(false)}
        />
      )}
    </Page>
  );
}

/** Moves the focus to a neighbour of a deleted row, which is about to be removed. */
function focusBeside(row: Element | null | undefined): void {
  const neighbour = row?.previousElementSibling ?? row?.nextElementSibling;
  if (neighbour instanceof HTMLElement) neighbour.focus();
}
