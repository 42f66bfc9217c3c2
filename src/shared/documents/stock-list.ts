import type { Outputs } from '#shared/contract/index';
import type { ExpiringStock, LowStock, OverviewList } from '#shared/contract/overview';
import { type Formats, formatsOf } from '#shared/kernel/formats';
import type { UnitOfMeasure } from '#shared/kernel/quantity';
import { type PagePaper, type PaperStore, say, type Text } from './blocks';
import { type Column, tableOf } from './table';

/** Each list of the overview with its rows. */
interface StockLists {
  categories: Outputs['overview']['categories'];
  locations: { rows: Outputs['overview']['locations'] };
  low: { rows: LowStock[]; total: number };
  expiring: { rows: ExpiringStock[]; total: number };
}

/** A list of the overview. */
export type StockList = { [Name in OverviewList]: { list: Name } & StockLists[Name] }[OverviewList];

/** How a list of the overview is printed. */
export interface StockPrinting {
  store: PaperStore;
  now: number;
  /** Whether the person may see values. */
  values: boolean;
}

interface Sums {
  products: number;
  quantities: readonly { unit: UnitOfMeasure; onHandMilli: number }[];
  valueMinor: number | null;
}

/** A list of the overview on A4 pages, for use at the shelf. */
export function stockListPaper(stock: StockList, { store, now, values }: StockPrinting): PagePaper {
  const format = formatsOf(store);
  const title = say(`stock.titles.${stock.list}`);
  const lines = [store.name, format.longDateTime(now), ...factsOf(stock)];
  return {
    paper: 'a4',
    title,
    locale: store.locale,
    blocks: [{ kind: 'heading', text: title }, { kind: 'lines', lines }, tableIn(stock, format, values)],
    footer: say('page', { document: title }),
  };
}

/** The path of a category, or that a list was cut. */
function factsOf(stock: StockList): Text[] {
  if (stock.list === 'locations') return [];
  if (stock.list === 'categories') {
    return stock.path.length === 0 ? [] : [stock.path.map(({ name }) => name).join(' / ')];
  }
  const { rows, total } = stock;
  return rows.length < total ? [say('stock.more', { shown: String(rows.length), total: String(total) })] : [];
}

function tableIn(stock: StockList, format: Formats, values: boolean) {
  switch (stock.list) {
    case 'categories': {
      const here = stock.path.at(-1)?.name;
      const direct = here === undefined ? say('stock.noCategory') : say('stock.only', { category: here });
      return tableOf(
        [
          {
            heading: say('stock.category'),
            share: 3,
            cellOf: ({ categoryId, name }) => (categoryId === null ? direct : name),
          },
          ...sumColumns(stock.rows, format, values),
        ],
        stock.rows,
      );
    }
    case 'locations':
      return tableOf(
        [
          { heading: say('stock.location'), share: 3, cellOf: ({ name }) => name },
          ...sumColumns(stock.rows, format, values),
        ],
        stock.rows,
      );
    case 'low':
      return tableOf(lowColumns(format), stock.rows);
    case 'expiring':
      return tableOf([...expiringColumns(format), ...valueColumn(stock.rows, format, values)], stock.rows);
  }
}

function lowColumns({ quantity }: Formats): Column<LowStock>[] {
  return [
    { heading: say('columns.product'), share: 4, cellOf: ({ productName }) => productName },
    { heading: say('columns.sku'), share: 2, cellOf: ({ sku }) => sku },
    {
      heading: say('stock.where'),
      share: 2,
      cellOf: ({ locationName }) => locationName || say('stock.everywhere'),
    },
    {
      heading: say('stock.available'),
      share: 1.5,
      align: 'right',
      cellOf: ({ availableMilli, unit }) => quantity(availableMilli, unit),
    },
    {
      heading: say('stock.threshold'),
      share: 1.9,
      align: 'right',
      cellOf: ({ thresholdMilli, unit }) => quantity(thresholdMilli, unit),
    },
    {
      heading: say('stock.reorder'),
      share: 1.5,
      align: 'right',
      cellOf: ({ reorderMilli, unit }) => (reorderMilli === null ? '' : quantity(reorderMilli, unit)),
    },
  ];
}

function expiringColumns({ day, quantity }: Formats): Column<ExpiringStock>[] {
  return [
    {
      heading: say('stock.expires'),
      share: 2.6,
      cellOf: ({ expiresOn, isExpired }) =>
        isExpired ? say('stock.expired', { day: day(expiresOn) }) : day(expiresOn),
    },
    { heading: say('columns.product'), share: 4, cellOf: ({ productName }) => productName },
    { heading: say('columns.batch'), share: 2, cellOf: ({ batchNumber }) => batchNumber },
    { heading: say('stock.location'), share: 2, cellOf: ({ locationName }) => locationName },
    {
      heading: say('stock.onHand'),
      share: 1.5,
      align: 'right',
      cellOf: ({ onHandMilli, unit }) => quantity(onHandMilli, unit),
    },
  ];
}

function sumColumns<Row extends Sums>(rows: readonly Row[], format: Formats, values: boolean): Column<Row>[] {
  const withUnit = ({ unit, onHandMilli }: Sums['quantities'][number]): Text => {
    const quantity = format.quantity(onHandMilli, unit);
    return unit === 'piece' || unit === 'pack' ? say(`stock.units.${unit}`, { quantity }) : quantity;
  };
  return [
    {
      heading: say('stock.products'),
      share: 1,
      align: 'right',
      cellOf: ({ products }) => format.count(products),
    },
    {
      heading: say('stock.onHand'),
      share: 3,
      align: 'right',
      cellOf: ({ quantities: [first, ...others] }) =>
        others.reduce(
          (quantities, next) => say('stock.and', { quantities, next: withUnit(next) }),
          first ? withUnit(first) : '',
        ),
    },
    ...valueColumn(rows, format, values),
  ];
}

function valueColumn<Row extends { valueMinor: number | null }>(
  rows: readonly Row[],
  { money }: Formats,
  values: boolean,
): Column<Row>[] {
  if (!values) return [];
  const minor = rows.reduce((sum, { valueMinor }) => sum + (valueMinor ?? 0), 0);
  const cellOf = ({ valueMinor }: Row) => money(valueMinor ?? 0);
  return [{ heading: say('stock.value'), share: 1.7, align: 'right', cellOf, total: money(minor) }];
}
