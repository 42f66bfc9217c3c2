import { VisuallyHidden } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './data-table.module.css';

/** A column that a list is sorted by; in a list of sorts the first has priority. */
export interface Sort {
  by: string;
  descending: boolean;
}

interface Heading {
  id: string;
  header: string;
  align?: 'start' | 'center' | 'end';
  sortable?: boolean;
}

interface DataTableHeadProps {
  ref: Ref<HTMLDivElement>;
  columns: readonly Heading[];
  template: string;
  minWidth: string;
  sort: readonly Sort[];
  onSort: ((sort: Sort[]) => void) | undefined;
  /** Rendered before the first heading. */
  lead: ReactNode;
}

/** The headings of a list; clicking them sorts it. */
export function DataTableHead({ ref, columns, template, minWidth, sort, onSort, lead }: DataTableHeadProps) {
  const { t } = useTranslation();
  return (
    <div ref={ref} role="rowgroup" className={classes.head} style={{ minWidth }}>
      <div role="row" aria-rowindex={1} className={classes.headRow} style={{ gridTemplateColumns: template }}>
        {lead}
        {columns.map((column) => {
          const sorted = sort.find(({ by }) => by === column.id);
          return (
            <div
              key={column.id}
              role="columnheader"
              className={classes.cell}
              data-align={column.align}
              aria-sort={ariaSort(sorted)}
            >
              {column.sortable && onSort ? (
                <SortButton
                  header={column.header}
                  sorted={sorted}
                  onClick={(add) => onSort(sortedBy(sort, column.id, add))}
                />
              ) : (
                <span>{column.header || <VisuallyHidden>{t('table.actions')}</VisuallyHidden>}</span>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

interface SortButtonProps {
  header: string;
  sorted: Sort | undefined;
  onClick: (add: boolean) => void;
}

function SortButton({ header, sorted, onClick }: SortButtonProps) {
  const { t } = useTranslation();
  const Arrow = sorted?.descending ? IconArrowDown : IconArrowUp;
  const words = sorted?.descending ? t('table.sortDescending') : t('table.sortAscending');
  return (
    <button type="button" className={classes.sort} onClick={(event) => onClick(event.shiftKey)}>
      {header}
      {sorted && <Arrow size={14} aria-label={words} />}
    </button>
  );
}

/** The sorting after a click on a heading: reversed if the list was sorted by it, ascending otherwise. */
export function sortedBy(sort: readonly Sort[], by: string, add: boolean): Sort[] {
  const before = sort.find((one) => one.by === by);
  const now: Sort = { by, descending: before ? !before.descending : false };
  if (!add) return [now];
  return before ? sort.map((one) => (one.by === by ? now : one)) : [...sort, now];
}

function ariaSort(sorted: Sort | undefined): 'ascending' | 'descending' | 'none' {
  if (!sorted) return 'none';
  return sorted.descending ? 'descending' : 'ascending';
}
