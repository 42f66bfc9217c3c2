import { useElementSize, useMergedRef } from '@mantine/hooks';
import { type RowData, useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import { columnTrack, neededRem } from './column-track';
import { columnsThatFit } from './columns-that-fit';
import classes from './data-table.module.css';
import { DataTableHead, type Sort } from './data-table-head';
import { type DataColumn, DataTableRow } from './data-table-row';
import { features, SelectAll, selectionState, type TableFeatures } from './data-table-selection';
import { LateLoader } from './late-loader';
import { stepInList } from './step-in-list';

interface DataTableProps<Item extends RowData> {
  /** The accessible name of the list. */
  label: string;
  columns: readonly DataColumn<Item>[];
  rows: readonly Item[];
  getRowId: (row: Item) => number;
  /** Called for a click on a row, or Enter. */
  onOpen?: (row: Item) => void;
  /** The row that is open beside the list. */
  selectedId?: number | null;
  /** Adds checkboxes to select rows. */
  selection?: { ids: ReadonlySet<number>; onChange: (ids: ReadonlySet<number>) => void };
  sort?: readonly Sort[];
  /** Called for a click on a heading, which sorts by it alone; with Shift the column is added to the sorting. */
  onSort?: (sort: Sort[]) => void;
  loading?: boolean;
  /** Shown when there are no rows. */
  emptyState?: ReactNode;
  /** Called when the user scrolls near the end; undefined when there are no more rows. */
  loadMore?: () => void;
}

const ROW_PX = 40;
const NEAR_END_ROWS = 15;
const SELECTION_REM = 3;

/** A virtualized list: the arrows move, Enter opens a row, Space selects it. */
export function DataTable<Item extends RowData>(props: DataTableProps<Item>) {
  const { rows, getRowId, selection, onOpen, loadMore } = props;
  const frame = useRef<HTMLDivElement>(null);
  const size = useElementSize<HTMLDivElement>();
  const frameRef = useMergedRef(frame, size.ref);
  const gridId = useId();
  const [activeIndex, setActiveIndex] = useState(0);
  /** The width needed for the rows drawn so far, in rem, by column. */
  const [widest] = useState(() => new Map<string, number>());
  const definitions = useMemo(() => props.columns.map(({ id, header }) => ({ id, header })), [props.columns]);
  const table = useTable<TableFeatures, Item>({
    features,
    data: rows,
    columns: definitions,
    getRowId: (row) => String(getRowId(row)),
    state: { rowSelection: selectionState(selection?.ids) },
    onRowSelectionChange: (update) => {
      const next = typeof update === 'function' ? update(selectionState(selection?.ids)) : update;
      selection?.onChange(new Set(Object.keys(next).map(Number)));
    },
  });
  const model = table.getRowModel().rows;
  // The headings are sticky inside the scroll container, so a row behind them is not visible.
  const head = useElementSize<HTMLDivElement>();
  const virtualizer = useVirtualizer({
    count: model.length,
    // Heights are measured per row id, because a row changes its index when another is inserted before it.
    getItemKey: (index) => model[index]?.id ?? index,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_PX,
    overscan: 10,
    scrollMargin: head.height,
    scrollPaddingStart: head.height,
  });
  const shown = virtualizer.getVirtualItems();
  const lastShown = shown.at(-1)?.index ?? 0;
  const nearEnd = model.length > 0 && lastShown >= model.length - NEAR_END_ROWS;
  useEffect(() => {
    if (nearEnd) loadMore?.();
  }, [nearEnd, loadMore]);

  const active = Math.min(activeIndex, model.length - 1);
  const onKeyDown = (event: KeyboardEvent): void => {
    const row = model[active];
    if (event.target !== event.currentTarget || !row) return;
    const next = stepInList(event.key, active, model.length);
    if (next !== null) {
      setActiveIndex(next);
      virtualizer.scrollToIndex(next);
    } else if (event.key === 'Enter' && onOpen) onOpen(row.original);
    else if (event.key === ' ' && selection) row.toggleSelected();
    else return;
    event.preventDefault();
  };

  const drawn = shown.flatMap(({ index }) => model[index]?.original ?? []);
  const allTracks = props.columns.map((column) => {
    // A column only gets wider: it must not move while the list is scrolled.
    const needed = Math.max(widest.get(column.id) ?? 0, neededRem(column, drawn));
    widest.set(column.id, needed);
    return columnTrack(column, needed);
  });
  const roomRem = size.width === 0 ? 0 : inRem(size.width) - (selection ? SELECTION_REM : 0);
  const { columns, tracks } = columnsThatFit(props.columns, allTracks, roomRem);
  const template = [...(selection ? [`${SELECTION_REM}rem`] : []), ...tracks].join(' ');
  const minWidth = leastWidth(template);
  return (
    <div
      ref={frameRef}
      role="grid"
      className={classes.frame}
      aria-label={props.label}
      aria-rowcount={model.length + 1}
      aria-multiselectable={selection ? true : undefined}
      aria-busy={props.loading}
      aria-activedescendant={model[active] ? `${gridId}-${active}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <DataTableHead
        ref={head.ref}
        columns={columns}
        template={template}
        minWidth={minWidth}
        sort={props.sort ?? []}
        onSort={props.onSort}
        lead={selection && <SelectAll table={table} />}
      />
      <div className={classes.body} role="rowgroup" style={{ minWidth, height: virtualizer.getTotalSize() }}>
        {shown.map((item) => {
          const row = model[item.index];
          return (
            row && (
              <DataTableRow
                key={row.id}
                ref={virtualizer.measureElement}
                id={`${gridId}-${item.index}`}
                row={row}
                columns={columns}
                template={template}
                index={item.index}
                startPx={item.start - head.height}
                active={item.index === active}
                open={getRowId(row.original) === props.selectedId}
                selectable={selection !== undefined}
                onClick={(): void => {
                  setActiveIndex(item.index);
                  onOpen?.(row.original);
                }}
                opens={onOpen !== undefined}
              />
            )
          );
        })}
      </div>
      {model.length === 0 && (props.loading ? <LateLoader /> : props.emptyState)}
    </div>
  );
}

function inRem(px: number): number {
  return px / Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}

/** The minimum width of a grid's tracks; with less room, the list scrolls sideways. */
function leastWidth(template: string): string {
  return `calc(${template.replaceAll(/minmax\(([^,]+), [^)]+\)/g, '$1').replaceAll(' ', ' + ')})`;
}
