import type { SelectProps } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { orpc } from '#renderer/lib/rpc';
import { SearchSelect } from '#renderer/ui/search-select';
import { drawn, pathOf } from '../category-tree';

interface CategorySelectProps extends Omit<SelectProps, 'data' | 'value' | 'onChange'> {
  /** What stands for no category. */
  noneLabel: string;
  categoryId: number | null;
  onPick: (categoryId: number | null) => void;
  /** Left out: a category cannot go into itself. */
  without?: ReadonlySet<number>;
}

const NONE = 'none';
const NOTHING: ReadonlySet<number> = new Set();

/** Picks a category by its whole path, as the tree is drawn; any part of a path finds it. */
export function CategorySelect(props: CategorySelectProps) {
  const { noneLabel, categoryId, onPick, without = NOTHING, ...look } = props;
  const { data: categories } = useQuery(orpc.catalogue.listCategories.queryOptions());
  const choices = useMemo(
    () =>
      drawn(categories ?? [], NOTHING)
        .filter(({ id }) => !without.has(id))
        .map(({ id }) => ({ value: String(id), label: pathOf(categories ?? [], id).join(' / ') })),
    [categories, without],
  );
  return (
    <SearchSelect
      {...look}
      data={[{ value: NONE, label: noneLabel }, ...choices]}
      value={categoryId === null ? NONE : String(categoryId)}
      onChange={(value) => onPick(value === null || value === NONE ? null : Number(value))}
    />
  );
}
