import { Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/lib/rpc';
import { ProductPicker } from '#renderer/parts/product-picker';
import { SearchSelect } from '#renderer/ui/search-select';
import type { Location } from '#shared/contract/stock';
import { goodsOf, type TaskDraft } from './task-draft';

interface TaskGoodsProps {
  draft: TaskDraft;
  places: readonly Location[];
  /** Whether the field for the location says that a count needs one. */
  saysMissing: boolean;
  onChange: (draft: TaskDraft) => void;
}

/** The fields for a task's product, category, location and source location. */
export function TaskGoods({ draft, places, saysMissing, onChange }: TaskGoodsProps) {
  const { t } = useTranslation(['tasks', 'refusals']);
  const { data: categories = [] } = useQuery(orpc.catalogue.listCategories.queryOptions());
  const speaks = goodsOf(draft.kind);
  const isCount = draft.kind === 'count';
  const open = places.filter(({ closedAt }) => closedAt === null).map(choiceOf);
  const choice = {
    placeholder: t('dialog.any'),
    clearable: true,
    nothingFoundMessage: t('dialog.nothingFound'),
  };
  return (
    <Group grow align="flex-start">
      {speaks.product && (
        <ProductPicker
          flex="1 1 13rem"
          label={t('dialog.product')}
          placeholder={t('dialog.any')}
          nothingFound={t('dialog.nothingFound')}
          picked={draft.product}
          onPick={(product) => onChange({ ...draft, product })}
        />
      )}
      {speaks.category && (
        <SearchSelect
          {...choice}
          placeholder={t(isCount ? 'dialog.everything' : 'dialog.any')}
          label={t('dialog.category')}
          data={categories.map(choiceOf)}
          value={textOf(draft.categoryId)}
          onChange={(value) => onChange({ ...draft, categoryId: idOf(value) })}
        />
      )}
      {speaks.from && (
        <SearchSelect
          {...choice}
          label={t('dialog.from')}
          data={open}
          value={textOf(draft.fromLocationId)}
          onChange={(value) => onChange({ ...draft, fromLocationId: idOf(value) })}
        />
      )}
      <SearchSelect
        {...choice}
        placeholder={t(isCount ? 'dialog.choose' : 'dialog.any')}
        required={isCount}
        error={saysMissing && t('refusals:task.count')}
        label={t(speaks.from ? 'dialog.to' : 'dialog.at')}
        data={open}
        value={textOf(draft.locationId)}
        onChange={(value) => onChange({ ...draft, locationId: idOf(value) })}
      />
    </Group>
  );
}

const choiceOf = ({ id, name }: { id: number; name: string }) => ({ value: String(id), label: name });
const textOf = (id: number | null): string | null => (id === null ? null : String(id));
const idOf = (value: string | null): number | null => (value === null ? null : Number(value));
