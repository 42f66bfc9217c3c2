import type { SelectProps } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { orpc } from '#renderer/lib/rpc';
import { SearchSelect } from '#renderer/ui/search-select';
import { drawn, pathOf } from '../category-tree';

interface CategorySelectProps extends Omit<SelectProps, 'data' | 'value' | 'onChange'> {
  /** The label of the choice for no category. */
  noneLabel: string;
  categoryId: number | null;
  onPick: (categoryId: number | null) => void;
  /** Excluded categories, because a category cannot be moved into itself or its descendants. */
  without?: ReadonlySet<number>;
}

const NONE = 'none';
const NOTHING: ReadonlySet<number> = new Set();

/** Selects a category by its full path, in tree order; any part of the path matches. */
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
