import { paperTexts } from '#main/platform/printing/paper-texts';
import type { LabelLook } from '#shared/contract/labels';
import { inWords, type PaperStore } from '#shared/documents/blocks';
import { batchFacts, priceBefore } from '#shared/documents/label';
import { formatMoney, formatQuantity } from '#shared/kernel/currency';
import { mulDivRound } from '#shared/kernel/money';
import { MILLI_PER_UNIT, type UnitOfMeasure } from '#shared/kernel/quantity';
import { FULL_MILLI_PERCENT } from '#shared/kernel/rate';
import { formatDay } from '#shared/kernel/time';
import { unitPrice } from '#shared/kernel/unit-price';
import type { BatchGoods, Labelled, LocationGoods, ProductGoods } from './label.queries';
import { codesOfBatch, codesOfLocation, codesOfProduct, type PrintedCode } from './label-codes';

const NO_BREAK = '\u00a0';

/** The content of a label, from the top, before the available room is known. */
export interface LabelContent {
  kind: LabelLook['design'] | 'batch' | 'location';
  title: string;
  /** Below the title: batch and expiry. */
  facts: string[];
  /** The price in large print and, in small print, the unit price and the price before a discount. */
  price: { main: string; small: string[] } | null;
  /** The codes that can be shown, best first; null if no code is wanted. */
  codes: PrintedCode[] | null;
  /** A code of the goods that cannot be printed as bars; '' if there is none. */
  unprintable: string;
}

/** A product, batch or location, and whether a scan of its SKU finds it. */
export interface LabelledGoods {
  goods: Labelled;
  skuIsFound: boolean;
}

/** The content of the label of a product, batch or location, in the store's currency and language. */
export function contentOf(
  { goods, skuIsFound }: LabelledGoods,
  look: LabelLook,
  store: PaperStore,
): LabelContent {
  switch (goods.of) {
    case 'product':
      return productContent(goods, look, store, skuIsFound);
    case 'batch':
      return batchContent(goods, store);
    case 'location':
      return locationContent(goods);
  }
}

function productContent(
  product: ProductGoods,
  { design, show }: LabelLook,
  store: PaperStore,
  skuIsFound: boolean,
): LabelContent {
  const codes = codesOfProduct(product, skuIsFound);
  return {
    kind: design,
    title: product.name,
    facts: [],
    price: show.price ? priceOf(product, show.unitPrice, store) : null,
    codes: design === 'goods' || show.barcode ? codes : null,
    unprintable: codes.length === 0 ? (product.codes[0]?.code ?? '') : '',
  };
}

function batchContent(batch: BatchGoods, { locale }: PaperStore): LabelContent {
  const day = batch.expiresOn === null ? null : formatDay(batch.expiresOn, locale);
  return {
    kind: 'batch',
    title: batch.name,
    facts: batchFacts(batch.number, day).map((fact) => inWords(fact, paperTexts(locale))),
    price: null,
    codes: codesOfBatch(batch),
    unprintable: '',
  };
}

function locationContent(place: LocationGoods): LabelContent {
  const codes = codesOfLocation(place);
  return { kind: 'location', title: place.name, facts: [], price: null, codes, unprintable: '' };
}

/** What one unit costs the customer, with or without tax as the store prices, less its standing discount. */
function priceOf(
  { name, unit, priceMinor, discountMilliPercent }: ProductGoods,
  withUnitPrice: boolean,
  { currency, locale }: PaperStore,
): LabelContent['price'] {
  const money = (minor: number): string => formatMoney(minor, currency, locale);
  const paidMinor = priceMinor - mulDivRound(priceMinor, discountMilliPercent, FULL_MILLI_PERCENT);
  const perUnit = withUnitPrice ? unitPrice({ name, unit, priceMinor: paidMinor }) : null;
  return {
    main: `${money(paidMinor)}${perText(unit, locale)}`,
    small: [
      ...(perUnit ? [`${money(perUnit.minor)}${perText(perUnit.per, locale)}`] : []),
      ...(paidMinor === priceMinor ? [] : [inWords(priceBefore(money(priceMinor)), paperTexts(locale))]),
    ],
  };
}

/** " / kg", kept on the line of its price; products sold by the piece or pack need no unit. */
function perText(unit: UnitOfMeasure, locale: string): string {
  if (unit === 'piece' || unit === 'pack') return '';
  const sign = formatQuantity(MILLI_PER_UNIT, unit, locale).replace(/[\p{N}\s]/gu, '');
  return `${NO_BREAK}/${NO_BREAK}${sign}`;
}
