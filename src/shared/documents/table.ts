import { type PageBlock, say, type TableColumn, type Text } from './blocks';

/** A column of a table with the cell of a row, and its total if it has one. */
export interface Column<Row> extends TableColumn {
  cellOf: (row: Row) => Text;
  total?: Text | undefined;
}

/** The table of rows. If a column has a total, the first column names it. */
export function tableOf<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): PageBlock {
  const totals = columns.map(({ total }) => total ?? '');
  return {
    kind: 'table',
    columns: columns.map(({ heading, share, align }) => ({ heading, share, ...(align && { align }) })),
    rows: rows.map((row) => columns.map(({ cellOf }) => cellOf(row))),
    total: totals.some((total) => total !== '') ? [say('total'), ...totals.slice(1)] : undefined,
  };
}
