import type { Row, RowData } from '@tanstack/react-table';
import type { ReactNode, Ref } from 'react';
import classes from './data-table.module.css';
import { SelectRow, type TableFeatures } from './data-table-selection';

export interface DataColumn<Item extends RowData> {
  id: string;
  header: string;
  cell: (row: Item) => ReactNode;
  /** The text of a figure that `cell` shows as more than text, so that the column gets wide enough for it. */
  figure?: (row: Item) => string;
  /** `end` for figures. */
  align?: 'start' | 'center' | 'end';
  /** A track of a CSS grid, like `8rem` or `minmax(8rem, 2fr)`; an equal share unless given. */
  width?: string;
  /** The order in which the column is left out where the list is too narrow, highest first; otherwise it stays. */
  spare?: number;
  sortable?: boolean;
  /** Whether long text wraps to a second line; by default it ends in an ellipsis. */
  wraps?: boolean;
}

interface DataTableRowProps<Item extends RowData> {
  ref: Ref<HTMLDivElement>;
  id: string;
  row: Row<TableFeatures, Item>;
  columns: readonly DataColumn<Item>[];
  template: string;
  index: number;
  startPx: number;
  /** Whether the arrow keys have moved to this row. */
  active: boolean;
  /** Whether the row is open beside the list. */
  open: boolean;
  opens: boolean;
  selectable: boolean;
  onClick: () => void;
}

/** A row of a DataTable. The table has the focus and handles the keys that open and select it. */
export function DataTableRow<Item extends RowData>(props: DataTableRowProps<Item>) {
  const { row, columns, index, selectable } = props;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the table has the focus and handles Enter and Space
    <div
      ref={props.ref}
      id={props.id}
      role="row"
      data-index={index}
      data-active={props.active || undefined}
      data-opens={props.opens || undefined}
      aria-rowindex={index + 2}
      aria-selected={props.open || row.getIsSelected()}
      className={classes.row}
      style={{ gridTemplateColumns: props.template, transform: `translateY(${props.startPx}px)` }}
      onClick={props.onClick}
    >
      {selectable && <SelectRow row={row} />}
      {columns.map((column) => (
        <div
          key={column.id}
          role="gridcell"
          className={classes.cell}
          data-align={column.align}
          data-wraps={column.wraps || undefined}
        >
          {column.cell(row.original)}
        </div>
      ))}
    </div>
  );
}
