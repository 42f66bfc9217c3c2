import type { Stocktake, StocktakeFigures, StocktakeLine } from '#shared/contract/stocktakes';
import { type Formats, formatsOf, signed } from '#shared/kernel/formats';
import { type PagePaper, type PaperStore, say, type TextKey, titled } from './blocks';
import { type Column, tableOf } from './table';

/** The content of a count sheet. */
export interface CountSheet {
  stocktake: Stocktake;
  lines: readonly StocktakeLine[];
  store: PaperStore;
  /** What the person may see. */
  sight: { differences: boolean; values: boolean };
  now: number;
}

/** The content of a list of differences. */
export interface DifferenceSheet extends CountSheet {
  figures: StocktakeFigures;
}

/** A sheet for counting by hand, with room for found items; without expected quantities in a blind count. */
export function countSheet(sheet: CountSheet): PagePaper {
  const { differences } = sheet.sight;
  const columns = columnsOf(formatsOf(sheet.store));
  return sheetOf(sheet, 'stocktake.count', [
    { ...columns.product, share: 5 },
    { ...columns.sku, share: 2 },
    { ...columns.batch, share: 2 },
    ...(differences ? [{ ...columns.expected, share: 1.5 }] : []),
    { ...columns.counted, share: 1.5 },
    { ...columns.note, share: 2.5 },
  ]);
}

/** The differences, largest first, with their totals. */
export function differenceSheet({ figures, ...sheet }: DifferenceSheet): PagePaper {
  const columns = columnsOf(formatsOf(sheet.store), figures);
  return sheetOf(sheet, 'stocktake.differences', [
    { ...columns.product, share: 4 },
    { ...columns.sku, share: 2 },
    { ...columns.batch, share: 1.7 },
    { ...columns.expected, share: 1.7 },
    { ...columns.counted, share: 1.7 },
    { ...columns.difference, share: 2.1 },
    ...(sheet.sight.values ? [{ ...columns.value, share: 2 }] : []),
    { ...columns.note, share: 2 },
  ]);
}

function sheetOf(
  { stocktake, lines, store, now }: CountSheet,
  kind: TextKey,
  columns: Column<StocktakeLine>[],
): PagePaper {
  const { dateTime } = formatsOf(store);
  const { number, locationName: location, categoryName, startedAt, closedAt, note } = stocktake;
  const title = titled(say(kind), number);
  const category = categoryName ?? say('stocktake.everything');
  const started = say('stocktake.started', { at: dateTime(startedAt), name: stocktake.startedBy.name });
  const posted =
    number === null || closedAt === null
      ? []
      : [say('stocktake.posted', { at: dateTime(closedAt), name: stocktake.closedBy?.name ?? '' })];
  const facts = [
    store.name,
    say('stocktake.scope', { location, category }),
    started,
    ...posted,
    say('stocktake.printed', { at: dateTime(now) }),
    ...(note === '' ? [] : [note]),
  ];
  return {
    paper: 'a4',
    title,
    locale: store.locale,
    blocks: [{ kind: 'heading', text: title }, { kind: 'lines', lines: facts }, tableOf(columns, lines)],
    footer: say('stocktake.page'),
  };
}

function columnsOf({ quantity, money }: Formats, figures?: StocktakeFigures) {
  const right = 'right' as const;
  const ofUnit = (milli: number | null, { unit }: StocktakeLine) =>
    milli === null ? '' : quantity(milli, unit);
  const value = (minor: number | null) => (minor === null ? '' : signed(minor, money(minor)));
  return {
    product: { heading: say('columns.product'), cellOf: (line: StocktakeLine) => line.productName },
    sku: { heading: say('columns.sku'), cellOf: (line: StocktakeLine) => line.sku },
    batch: { heading: say('columns.batch'), cellOf: (line: StocktakeLine) => line.batchNumber ?? '' },
    expected: {
      heading: say('stocktake.expected'),
      align: right,
      cellOf: (line: StocktakeLine) => ofUnit(line.expectedMilli, line),
    },
    counted: {
      heading: say('stocktake.counted'),
      align: right,
      cellOf: (line: StocktakeLine) => ofUnit(line.countedMilli, line),
    },
    difference: {
      heading: say('stocktake.difference'),
      align: right,
      cellOf: (line: StocktakeLine) => signed(line.differenceMilli ?? 0, ofUnit(line.differenceMilli, line)),
    },
    value: {
      heading: say('stocktake.value'),
      align: right,
      cellOf: (line: StocktakeLine) => value(line.valueMinor),
      total: value(figures?.differenceMinor ?? null),
    },
    note: { heading: say('stocktake.note'), cellOf: (line: StocktakeLine) => line.note },
  };
}
