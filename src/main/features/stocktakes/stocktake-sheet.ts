import { TableDocument } from '#main/platform/printing/table-document';
import type { Settings } from '#shared/contract/settings';
import type { Stocktake, StocktakeFigures, StocktakeLine } from '#shared/contract/stocktakes';
import { formatMoney, formatQuantity } from '#shared/kernel/currency';
import type { Sight } from './stocktake-view';

const TEXTS = {
  countSheet: 'Count sheet',
  differences: 'Differences',
  wholeLocation: 'everything',
  started: 'Started',
  posted: 'Posted',
  by: 'by',
  product: 'Product',
  sku: 'SKU',
  batch: 'Batch',
  expected: 'Expected',
  counted: 'Counted',
  difference: 'Difference',
  value: 'At cost',
  note: 'Note',
  total: 'Total',
  printed: 'Printed',
} as const;

interface Paper {
  stocktake: Stocktake;
  lines: readonly StocktakeLine[];
  store: Settings;
  sight: Sight;
  now: number;
}

/** A sheet for counting by hand, with room for found items; without expected quantities in a blind count. */
export function countSheet(paper: Paper): Promise<Buffer> {
  const { sight, store } = paper;
  const document = new TableDocument({
    ...headOf(paper, TEXTS.countSheet),
    columns: [
      { heading: TEXTS.product, share: 5 },
      { heading: TEXTS.sku, share: 2 },
      { heading: TEXTS.batch, share: 2 },
      ...(sight.differences ? [{ heading: TEXTS.expected, share: 1.5, align: 'right' as const }] : []),
      { heading: TEXTS.counted, share: 1.5, align: 'right' },
      { heading: TEXTS.note, share: 2.5 },
    ],
  });
  for (const line of paper.lines) {
    document.row([
      line.productName,
      line.sku,
      line.batchNumber ?? '',
      ...(sight.differences ? [quantity(line.expectedMilli, line, store)] : []),
      quantity(line.countedMilli, line, store),
      line.note,
    ]);
  }
  return document.bytes();
}

/** The differences, largest first, with their totals. */
export function differenceSheet(paper: Paper & { figures: StocktakeFigures }): Promise<Buffer> {
  const { sight, store, figures } = paper;
  const money = (minor: number | null) =>
    minor === null ? '' : signed(minor, formatMoney(minor, store.currency, store.locale));
  const document = new TableDocument({
    ...headOf(paper, TEXTS.differences),
    columns: [
      { heading: TEXTS.product, share: 4 },
      { heading: TEXTS.sku, share: 2 },
      { heading: TEXTS.batch, share: 1.7 },
      { heading: TEXTS.expected, share: 1.7, align: 'right' },
      { heading: TEXTS.counted, share: 1.7, align: 'right' },
      { heading: TEXTS.difference, share: 2.1, align: 'right' },
      ...(sight.values ? [{ heading: TEXTS.value, share: 2, align: 'right' as const }] : []),
      { heading: TEXTS.note, share: 2 },
    ],
  });
  for (const line of paper.lines) {
    document.row([
      line.productName,
      line.sku,
      line.batchNumber ?? '',
      quantity(line.expectedMilli, line, store),
      quantity(line.countedMilli, line, store),
      signed(line.differenceMilli ?? 0, quantity(line.differenceMilli, line, store)),
      ...(sight.values ? [money(line.valueMinor)] : []),
      line.note,
    ]);
  }
  if (sight.values) document.boldRow([TEXTS.total, '', '', '', '', '', money(figures.differenceMinor), '']);
  return document.bytes();
}

function headOf({ stocktake, store, now }: Paper, title: string) {
  const time = new Intl.DateTimeFormat(store.locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: store.timeZone,
  });
  const { number, locationName, categoryName, startedAt, startedBy, closedAt, closedBy, note } = stocktake;
  const place = `${locationName}, ${categoryName ?? TEXTS.wholeLocation}`;
  const life = [`${TEXTS.started} ${time.format(startedAt)} ${TEXTS.by} ${startedBy.name}`];
  if (number !== null && closedAt !== null) {
    life.push(`${TEXTS.posted} ${time.format(closedAt)} ${TEXTS.by} ${closedBy?.name ?? ''}`);
  }
  return {
    title: [title, number].filter(Boolean).join(' '),
    facts: [store.name, place, ...life, `${TEXTS.printed} ${time.format(now)}`, note].filter(Boolean),
    pageText: (page: number, of: number) => `${page} / ${of}`,
  };
}

function quantity(milli: number | null, { unit }: StocktakeLine, { locale }: Settings): string {
  return milli === null ? '' : formatQuantity(milli, unit, locale);
}

function signed(value: number, text: string): string {
  return value > 0 ? `+${text}` : text;
}
