import { Badge, Text } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { type KeyboardEvent, type RefObject, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { stepInList } from '#renderer/ui/step-in-list';
import type { Category } from '#shared/contract/catalogue';
import { isCodeOfName } from '#shared/kernel/category-code';
import { drawn } from '../category-tree';
import classes from './category-rows.module.css';

interface CategoryRowsProps {
  tree: RefObject<HTMLDivElement | null>;
  categories: readonly Category[];
  openId: number | null;
  onOpen: (id: number) => void;
}

/** The tree: up and down move, left and right collapse and expand, Enter opens a category beside it. */
export function CategoryRows({ tree, categories, openId, onOpen }: CategoryRowsProps) {
  const { t } = useTranslation('catalogue');
  const [folded, setFolded] = useState<ReadonlySet<number>>(new Set());
  const [activeId, setActiveId] = useState<number | null>(null);
  const rows = useMemo(() => drawn(categories, folded), [categories, folded]);
  const index = Math.max(
    0,
    rows.findIndex(({ id }) => id === activeId),
  );
  const fold = (id: number, shut: boolean): void => {
    const next = new Set(folded);
    if (shut) next.add(id);
    else next.delete(id);
    setFolded(next);
  };
  const goTo = (id: number): void => {
    tree.current?.querySelector<HTMLElement>(`[data-id="${id}"]`)?.focus();
  };
  const sideways = (category: Category, isLeft: boolean): void => {
    const isOpen = category.subcategories > 0 && !folded.has(category.id);
    if (isLeft) {
      if (isOpen) fold(category.id, true);
      else if (category.parentId !== null) goTo(category.parentId);
    } else if (isOpen) {
      const child = rows[index + 1];
      if (child) goTo(child.id);
    } else fold(category.id, false);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const category = rows[index];
    if (!category) return;
    const next = rows[stepInList(event.key, index, rows.length) ?? -1];
    if (next) goTo(next.id);
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      sideways(category, event.key === 'ArrowLeft');
    } else if (event.key === 'Enter' || event.key === ' ') onOpen(category.id);
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={tree}
      role="tree"
      aria-label={t('categories.list')}
      className={classes.tree}
      onKeyDown={onKeyDown}
    >
      {rows.map((category, at) => (
        <CategoryRow
          key={category.id}
          category={category}
          active={at === index}
          open={category.id === openId}
          folded={folded.has(category.id)}
          onFocus={() => setActiveId(category.id)}
          onFold={() => fold(category.id, !folded.has(category.id))}
          onOpen={() => onOpen(category.id)}
        />
      ))}
    </div>
  );
}

interface CategoryRowProps {
  category: Category;
  active: boolean;
  open: boolean;
  folded: boolean;
  onFocus: () => void;
  onFold: () => void;
  onOpen: () => void;
}

function CategoryRow({ category, active, open, folded, onFocus, onFold, onOpen }: CategoryRowProps) {
  const { t } = useTranslation('catalogue');
  const format = useFormat();
  const hasBelow = category.subcategories > 0;
  const Fold = folded ? IconChevronRight : IconChevronDown;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the surrounding tree handles the keys
    <div
      role="treeitem"
      data-id={category.id}
      tabIndex={active ? 0 : -1}
      aria-level={category.depth + 1}
      aria-expanded={hasBelow ? !folded : undefined}
      aria-selected={open}
      className={classes.row}
      style={{ paddingInlineStart: `${category.depth * 1.5 + 0.5}rem` }}
      onFocus={onFocus}
      onClick={onOpen}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys do the same without a mouse */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: as above */}
      <span
        className={classes.fold}
        onClick={(event) => {
          event.stopPropagation();
          if (hasBelow) onFold();
        }}
      >
        {hasBelow && <Fold size={18} aria-hidden />}
      </span>
      <span className={classes.name}>
        {category.name}
        {!isCodeOfName(category.code, category.name) && (
          <Text span size="sm" c="dimmed">
            {category.code}
          </Text>
        )}
        {category.status === 'inactive' && (
          <Badge color="gray" variant="light" radius="sm" tt="none">
            {t('categories.inactive')}
          </Badge>
        )}
      </span>
      <Text span size="sm" c="dimmed" className={classes.count}>
        {category.productsBelow === category.products
          ? t('categories.products', { count: category.products })
          : t('categories.productsBelow', {
              own: format.count(category.products),
              count: category.productsBelow,
            })}
      </Text>
    </div>
  );
}
