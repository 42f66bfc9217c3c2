import { Button, Group, Stack, Text } from '@mantine/core';
import { IconDeviceFloppy, IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { refusalOf } from '#renderer/lib/refusal';
import { orpc, rpc } from '#renderer/lib/rpc';
import { useMay } from '#renderer/lib/session';
import { useDraft } from '#renderer/lib/use-draft';
import { confirm } from '#renderer/ui/confirm';
import { KeyButton } from '#renderer/ui/key-button';
import { LabelsLink } from '#renderer/ui/labels-link';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { SidePanel } from '#renderer/ui/side-panel';
import { useFieldRefusal } from '#renderer/ui/use-field-refusal';
import type { Category } from '#shared/contract/catalogue';
import { catalogueKeys } from '../catalogue-keys';
import { pathOf, withBelow } from '../category-tree';
import { CATEGORY_FIELDS, type CategoryDraft, CategoryFields } from './category-fields';

interface CategoryPanelProps {
  category: Category;
  categories: readonly Category[];
  /** Called with whether there is unsaved input. */
  onTyped: (isTyped: boolean) => void;
  onClose: () => void;
  onDeleted: () => void;
}

/** A category beside the tree: rename, move, deactivate, activate, or delete it while it is empty. */
export function CategoryPanel(props: CategoryPanelProps) {
  const { category, categories, onTyped, onClose, onDeleted } = props;
  const { t } = useTranslation(['catalogue', 'common']);
  const format = useFormat();
  const queries = useQueryClient();
  const mayEdit = useMay()('editCatalogue') === 'yes';
  const { draft, setDraft, isChanged, version, start } = useDraft(category, draftOf);
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => onTyped(isChanged), [isChanged, onTyped]);
  useEffect(() => () => onTyped(false), [onTyped]);
  const refresh = () => queries.invalidateQueries(orpc.catalogue.listCategories.queryOptions());
  const saving = useMutation({
    mutationFn: () => rpc.catalogue.changeCategory({ ...draft, id: category.id, version }),
    onSuccess: async (saved) => {
      start(saved);
      await refresh();
    },
  });
  const deleting = useMutation({
    mutationFn: () => rpc.catalogue.deleteCategory({ id: category.id }),
    onSuccess: async () => {
      await refresh();
      onDeleted();
    },
  });
  const reload = async (): Promise<void> => {
    await refresh();
    const newest = queries.getQueryData(orpc.catalogue.listCategories.queryKey());
    start(newest?.find(({ id }) => id === category.id) ?? category);
    saving.reset();
  };
  const remove = async (): Promise<void> => {
    // The store refuses to delete a category that is not empty, and the refusal says what it contains.
    const isEmpty = category.productsBelow === 0 && category.subcategories === 0;
    const meant =
      !isEmpty ||
      (await confirm({
        title: t('catalogue:categories.deleteTitle', { name: category.name }),
        consequence: t('catalogue:categories.deleteConsequence'),
        confirmLabel: t('catalogue:categories.delete'),
        danger: true,
      }));
    if (meant) deleting.mutate();
  };
  const complete = isChanged && draft.name.trim() !== '' && draft.code.trim() !== '';
  const error = saving.error ?? deleting.error;
  const refused = useFieldRefusal(error, CATEGORY_FIELDS, form);
  return (
    <SidePanel title={category.name} onClose={onClose}>
      <Stack
        component="form"
        ref={form}
        onSubmit={(event) => {
          event.preventDefault();
          if (complete) saving.mutate();
        }}
      >
        <Text size="sm" c="dimmed">
          {pathOf(categories, category.id).join(' / ')}
        </Text>
        <CategoryFields
          draft={draft}
          onChange={setDraft}
          errorAt={refused.errorAt}
          productsBelow={category.productsBelow}
          without={withBelow(categories, category.id)}
          disabled={!mayEdit}
        />
        <RefusalNote
          error={refused.elsewhere}
          onDismiss={() => {
            saving.reset();
            deleting.reset();
          }}
        />
        {refusalOf(error)?.code === 'CHANGED_MEANWHILE' && (
          <Button w="fit-content" onClick={() => void reload()}>
            {t('catalogue:product.reload')}
          </Button>
        )}
        {mayEdit && (
          <Group gap="xs">
            <KeyButton
              keys={catalogueKeys.save}
              label={t('common:save')}
              icon={<IconDeviceFloppy size={18} />}
              disabled={!complete}
              loading={saving.isPending}
              run={() => saving.mutate()}
            />
            {category.productsBelow > 0 && <LabelsLink of={{ category: category.id }} />}
            <Button
              variant="light"
              color="red"
              leftSection={<IconTrash size={18} />}
              loading={deleting.isPending}
              onClick={() => void remove()}
            >
              {t('catalogue:categories.delete')}
            </Button>
          </Group>
        )}
        <Text size="sm" c="dimmed">
          {t('catalogue:product.madeBy', {
            name: category.createdBy.name,
            at: format.dateTime(category.createdAt),
          })}
          <br />
          {t('catalogue:product.changedBy', {
            name: category.changedBy.name,
            at: format.dateTime(category.changedAt),
          })}
        </Text>
      </Stack>
    </SidePanel>
  );
}

function draftOf({ parentId, code, name, description, status }: Category): CategoryDraft {
  return { parentId, code, name, description, status };
}
