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

/** The library features a DataTable uses: rows and selection. The main process sorts and filters. */
export const features = tableFeatures({ rowSelectionFeature });
export type TableFeatures = typeof features;

/** The selected ids in the format of the library. */
export function selectionState(ids: ReadonlySet<number> | undefined): RowSelectionState {
  return Object.fromEntries([...(ids ?? [])].map((id) => [String(id), true]));
}

/** The checkbox that selects all rows. */
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

/** The checkbox of a row; clicking it does not open the row. */
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
