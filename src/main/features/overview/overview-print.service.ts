import type { SettingsService } from '#main/features/settings/index';
import { type Ctx, may } from '#main/platform/ctx';
import { TableDocument } from '#main/platform/printing/table-document';
import type { Outputs, ParsedInputs } from '#shared/contract/index';
import type { OverviewList } from '#shared/contract/overview';
import type { Settings } from '#shared/contract/settings';
import { formatMoney, formatQuantity } from '#shared/kernel/currency';
import type { UnitOfMeasure } from '#shared/kernel/quantity';
import { dayOf, formatDay } from '#shared/kernel/time';
import type { OverviewService } from './overview.service';

const ROWS_AT_MOST = 2000;

const TEXTS = {
  titles: {
    categories: 'Stock by category',
    locations: 'Stock by location',
    low: 'Low stock',
    expiring: 'Expired and expiring soon',
  },
  category: 'Category',
  location: 'Location',
  products: 'Products',
  onHand: 'On hand',
  value: 'Value at cost',
  product: 'Product',
  sku: 'SKU',
  where: 'Where',
  everywhere: 'All locations',
  available: 'Available',
  threshold: 'Low-stock level',
  reorder: 'Reorder',
  batch: 'Batch',
  expires: 'Expires',
  expired: 'expired',
  only: 'only',
  none: 'No category',
  total: 'Total',
  more: 'More than can be printed: the first',
  units: { piece: 'pcs', pack: 'packs' },
  page: 'Page',
  of: 'of',
} as const;

interface Column<Row> {
  heading: string;
  share: number;
  align?: 'right';
  cellOf: (row: Row) => string;
}

interface Table<Row> {
  columns: Column<Row>[];
  rows: readonly Row[];
  /** Facts about this list, in addition to the store and the day. */
  facts?: readonly string[];
  /** The total of the last column; null if the person may not see values. */
  valueMinor?: number | null;
}

interface Sums {
  products: number;
  quantities: readonly { unit: UnitOfMeasure; onHandMilli: number }[];
  valueMinor: number | null;
}

/** The lists of the overview as PDF, for use at the shelf. */
export class OverviewPrintService {
  readonly #overview: OverviewService;
  readonly #settings: SettingsService;

  constructor(overview: OverviewService, settings: SettingsService) {
    this.#overview = overview;
    this.#settings = settings;
  }

  /**
   * A list on A4, base64, at most 2,000 rows; values only for people who may see cost.
   * @throws NOT_FOUND for an unknown category.
   */
  async pdf(
    ctx: Ctx,
    { list, categoryId }: ParsedInputs['overview']['pdf'],
  ): Promise<Outputs['overview']['pdf']> {
    const store = this.#settings.current;
    const document = await this.#documentOf(ctx, list, categoryId);
    const bytes = await document.bytes();
    return {
      fileName: `stock-${list}-${dayOf(ctx.now, store.timeZone)}.pdf`,
      base64: bytes.toString('base64'),
    };
  }

  #documentOf(ctx: Ctx, list: OverviewList, categoryId: number | undefined): Promise<TableDocument> {
    const build = {
      categories: () => this.#categories(ctx, categoryId),
      locations: () => this.#locations(ctx),
      low: () => this.#low(ctx),
      expiring: () => this.#expiring(ctx),
    };
    return build[list]();
  }

  async #categories(ctx: Ctx, categoryId: number | undefined): Promise<TableDocument> {
    const { path, rows } = await this.#overview.categories(ctx, categoryId);
    const here = path.at(-1)?.name;
    const nameOf = ({ name, categoryId: id }: (typeof rows)[number]) => {
      if (id !== null) return name;
      return here === undefined ? TEXTS.none : `${here} ${TEXTS.only}`;
    };
    return this.#document(ctx, 'categories', {
      columns: [{ heading: TEXTS.category, share: 3, cellOf: nameOf }, ...this.#sumColumns<Sums>(ctx)],
      rows,
      facts: path.length === 0 ? [] : [path.map(({ name }) => name).join(' / ')],
      valueMinor: valueFor(ctx, rows),
    });
  }

  async #locations(ctx: Ctx): Promise<TableDocument> {
    const rows = await this.#overview.locations(ctx);
    return this.#document(ctx, 'locations', {
      columns: [
        { heading: TEXTS.location, share: 3, cellOf: ({ name }) => name },
        ...this.#sumColumns<Sums>(ctx),
      ],
      rows,
      valueMinor: valueFor(ctx, rows),
    });
  }

  async #low(ctx: Ctx): Promise<TableDocument> {
    const { locale } = this.#settings.current;
    const { rows, total } = await this.#overview.low(ctx, { offset: 0, limit: ROWS_AT_MOST });
    return this.#document(ctx, 'low', {
      columns: [
        { heading: TEXTS.product, share: 4, cellOf: ({ productName }) => productName },
        { heading: TEXTS.sku, share: 2, cellOf: ({ sku }) => sku },
        { heading: TEXTS.where, share: 2, cellOf: ({ locationName }) => locationName || TEXTS.everywhere },
        {
          heading: TEXTS.available,
          share: 1.5,
          align: 'right',
          cellOf: ({ availableMilli, unit }) => formatQuantity(availableMilli, unit, locale),
        },
        {
          heading: TEXTS.threshold,
          share: 1.5,
          align: 'right',
          cellOf: ({ thresholdMilli, unit }) => formatQuantity(thresholdMilli, unit, locale),
        },
        {
          heading: TEXTS.reorder,
          share: 1.5,
          align: 'right',
          cellOf: ({ reorderMilli, unit }) =>
            reorderMilli === null ? '' : formatQuantity(reorderMilli, unit, locale),
        },
      ],
      rows,
      facts: cutFacts(rows.length, total),
    });
  }

  async #expiring(ctx: Ctx): Promise<TableDocument> {
    const { locale } = this.#settings.current;
    const { rows, total } = await this.#overview.expiring(ctx, { offset: 0, limit: ROWS_AT_MOST });
    return this.#document(ctx, 'expiring', {
      columns: [
        {
          heading: TEXTS.expires,
          share: 2,
          cellOf: ({ expiresOn, isExpired }) =>
            `${formatDay(expiresOn, locale)}${isExpired ? ` (${TEXTS.expired})` : ''}`,
        },
        { heading: TEXTS.product, share: 4, cellOf: ({ productName }) => productName },
        { heading: TEXTS.batch, share: 2, cellOf: ({ batchNumber }) => batchNumber },
        { heading: TEXTS.location, share: 2, cellOf: ({ locationName }) => locationName },
        {
          heading: TEXTS.onHand,
          share: 1.5,
          align: 'right',
          cellOf: ({ onHandMilli, unit }) => formatQuantity(onHandMilli, unit, locale),
        },
        ...this.#valueColumn<{ valueMinor: number | null }>(ctx),
      ],
      rows,
      valueMinor: valueFor(ctx, rows),
      facts: cutFacts(rows.length, total),
    });
  }

  #sumColumns<Row extends Sums>(ctx: Ctx): Column<Row>[] {
    const { locale } = this.#settings.current;
    return [
      { heading: TEXTS.products, share: 1, align: 'right', cellOf: ({ products }) => String(products) },
      {
        heading: TEXTS.onHand,
        share: 3,
        align: 'right',
        cellOf: ({ quantities }) =>
          quantities.map(({ unit, onHandMilli }) => withUnit(onHandMilli, unit, locale)).join(', '),
      },
      ...this.#valueColumn<Row>(ctx),
    ];
  }

  #valueColumn<Row extends { valueMinor: number | null }>(ctx: Ctx): Column<Row>[] {
    if (!may(ctx, 'seeCost')) return [];
    return [
      {
        heading: TEXTS.value,
        share: 1.7,
        align: 'right',
        cellOf: ({ valueMinor }) => this.#money(valueMinor ?? 0),
      },
    ];
  }

  async #document<Row>(
    ctx: Ctx,
    list: OverviewList,
    { columns, rows, facts = [], valueMinor = null }: Table<Row>,
  ): Promise<TableDocument> {
    const store = this.#settings.current;
    const title = TEXTS.titles[list];
    const document = new TableDocument({
      title,
      facts: [store.name, momentText(ctx.now, store), ...facts],
      columns,
      pageText: (page, of) => `${title} · ${TEXTS.page} ${page} ${TEXTS.of} ${of}`,
    });
    for (const row of rows) document.row(columns.map(({ cellOf }) => cellOf(row)));
    if (valueMinor !== null) {
      document.boldRow([TEXTS.total, ...columns.slice(2).map(() => ''), this.#money(valueMinor)]);
    }
    return document;
  }

  #money(minor: number): string {
    const { currency, locale } = this.#settings.current;
    return formatMoney(minor, currency, locale);
  }
}

/** The total value of rows; null for people who may not see it. */
function valueFor(ctx: Ctx, rows: readonly { valueMinor: number | null }[]): number | null {
  if (!may(ctx, 'seeCost')) return null;
  return rows.reduce((sum, { valueMinor }) => sum + (valueMinor ?? 0), 0);
}

/** States that a list was cut. */
function cutFacts(shown: number, total: number): string[] {
  return shown < total ? [`${TEXTS.more} ${shown} ${TEXTS.of} ${total}`] : [];
}

/** A quantity among others, where pieces need their unit too. */
function withUnit(milli: number, unit: UnitOfMeasure, locale: string): string {
  const quantity = formatQuantity(milli, unit, locale);
  return unit === 'piece' || unit === 'pack' ? `${quantity} ${TEXTS.units[unit]}` : quantity;
}

function momentText(at: number, { locale, timeZone }: Settings): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(at);
}
