import type { TableColumn } from '#shared/documents/blocks';

/** A column with its place on the paper. */
export type PlacedColumn = TableColumn<string> & { xPt: number; widthPt: number };

interface Place {
  leftPt: number;
  widthPt: number;
  /** Between two columns. */
  gapPt: number;
}

/** Places columns side by side in a width, each as wide as its share. */
export function placedColumns(
  columns: readonly TableColumn<string>[],
  { leftPt, widthPt, gapPt }: Place,
): PlacedColumn[] {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const freePt = widthPt - gapPt * (columns.length - 1);
  let xPt = leftPt;
  return columns.map((column) => {
    const place = { ...column, xPt, widthPt: (freePt * column.share) / shares };
    xPt += place.widthPt + gapPt;
    return place;
  });
}
