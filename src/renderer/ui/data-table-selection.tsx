import { Checkbox } from '@mantine/core';
import {
  type ReactTable,
  type Row,
  type RowData,
  type RowSelectionState,
  rowSelectionFeature,
  tableFeatures,
} from '@tanstack/react-table';
import { useTranslation } from 'react-i18next';
import classes from './data-table.module.css';

/** What a DataTable leaves to the library: rows and their ticks. Sorting and filtering are done where the data is. */
export const features = tableFeatures({ rowSelectionFeature });
export type TableFeatures = typeof features;

/** Ticked ids as the library keeps them. */
export function selectionState(ids: ReadonlySet<number> | undefined): RowSelectionState {
  return Object.fromEntries([...(ids ?? [])].map((id) => [String(id), true]));
}

/** The box over the boxes. */
export function SelectAll<Item extends RowData>({ table }: { table: ReactTable<TableFeatures, Item> }) {
  const { t } = useTranslation();
  return (
    <div role="columnheader" className={classes.cell}>
      <Checkbox
        aria-label={t('table.selectAll')}
        checked={table.getIsAllRowsSelected()}
        indeterminate={table.getIsSomeRowsSelected()}
        onChange={table.getToggleAllRowsSelectedHandler()}
      />
    </div>
  );
}

/** The box of a row; ticking it does not open the row. */
export function SelectRow<Item extends RowData>({ row }: { row: Row<TableFeatures, Item> }) {
  const { t } = useTranslation();
  return (
    <div role="gridcell" className={classes.cell}>
      <Checkbox
        aria-label={t('table.selectRow')}
        checked={row.getIsSelected()}
        onClick={(event) => event.stopPropagation()}
        onChange={row.getToggleSelectedHandler()}
        tabIndex={-1}
      />
    </div>
  );
}
