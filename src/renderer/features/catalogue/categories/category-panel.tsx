import { Button, Group, Stack, Text } from '@mantine/core';
import { IconDeviceFloppy, IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Category } from '#shared/contract/catalogue';
import { KeyButton } from '../../../components/key-button';
import { RefusalNote } from '../../../components/refusal-note';
import { SidePanel } from '../../../components/side-panel';
import { useFormat } from '../../../lib/format';
import { refusalOf } from '../../../lib/refusal';
import { orpc, rpc } from '../../../lib/rpc';
import { useMay } from '../../../lib/session';
import { useDraft } from '../../../lib/use-draft';
import { catalogueKeys } from '../catalogue-keys';
import { pathOf, withBelow } from '../category-tree';
import { type CategoryDraft, CategoryFields } from './category-fields';

interface CategoryPanelProps {
  category: Category;
  categories: readonly Category[];
  onClose: () => void;
}

/** A category beside the tree: renamed, moved, switched off or on, deleted while it is empty. */
export function CategoryPanel({ category, categories, onClose }: CategoryPanelProps) {
  const { t } = useTranslation(['catalogue', 'common']);
  const format = useFormat();
  const queries = useQueryClient();
  const mayEdit = useMay()('editCatalogue') === 'yes';
  const { draft, setDraft, isChanged, version, begin } = useDraft(category, draftOf);
  const refresh = () => queries.invalidateQueries(orpc.catalogue.listCategories.queryOptions());
  const saving = useMutation({
    mutationFn: () => rpc.catalogue.changeCategory({ ...draft, id: category.id, version }),
    onSuccess: async (saved) => {
      begin(saved);
      await refresh();
    },
  });
  const deleting = useMutation({
    mutationFn: () => rpc.catalogue.deleteCategory({ id: category.id }),
    onSuccess: async () => {
      await refresh();
      onClose();
    },
  });
  const loadAnew = async (): Promise<void> => {
    await refresh();
    const newest = queries.getQueryData(orpc.catalogue.listCategories.queryKey());
    begin(newest?.find(({ id }) => id === category.id) ?? category);
    saving.reset();
  };
  const complete = isChanged && draft.name.trim() !== '' && draft.code.trim() !== '';
  const error = saving.error ?? deleting.error;
  return (
    <SidePanel title={category.name} onClose={onClose}>
      <Stack
        component="form"
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
          without={withBelow(categories, category.id)}
          disabled={!mayEdit}
        />
        <RefusalNote
          error={error}
          onDismiss={() => {
            saving.reset();
            deleting.reset();
          }}
        />
        {refusalOf(error)?.code === 'CHANGED_MEANWHILE' && (
          <Button w="fit-content" onClick={() => void loadAnew()}>
            {t('catalogue:product.loadAnew')}
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
            <Button
              variant="light"
              color="red"
              leftSection={<IconTrash size={18} />}
              loading={deleting.isPending}
              onClick={() => deleting.mutate()}
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
