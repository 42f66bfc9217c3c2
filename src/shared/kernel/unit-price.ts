import { parseDecimal } from './decimal';
import { mulDivRound } from './money';
import type { UnitOfMeasure } from './quantity';

/** A price per kilogram or litre, so that packs of different sizes can be compared. */
interface UnitPrice {
  minor: number;
  per: 'kg' | 'l';
}

/** The content of a pack, in thousandths of a gram or millilitre. */
interface Content {
  milli: number;
  per: UnitPrice['per'];
}

/** Thousandths of a gram in a kilogram, of a millilitre in a litre. */
const MILLI_PER_BASE = 1_000_000;
const DECIMALS = 3;

const SIGNS: Readonly<Record<string, { per: UnitPrice['per']; factor: number }>> = {
  kg: { per: 'kg', factor: 1000 },
  g: { per: 'kg', factor: 1 },
  l: { per: 'l', factor: 1000 },
  L: { per: 'l', factor: 1000 },
  dl: { per: 'l', factor: 100 },
  cl: { per: 'l', factor: 10 },
  ml: { per: 'l', factor: 1 },
};

/** "250 g", "0,75 l", "6 x 330 ml": a number and its unit sign, separate from other words. */
const CONTENT =
  /(?<![\p{L}\d.,])(?:(\d{1,3})\s?[x×]\s?)?(\d{1,5}(?:[.,]\d{1,3})?)\s?(kg|g|l|L|dl|cl|ml)(?![\p{L}\d])/gu;

/**
 * The price per kilogram or litre for a shelf label: for goods sold by the gram or millilitre, and for pieces and packs
 * whose name gives their content ("Butter 250 g"; the last match counts).
 * @param priceMinor the price of one unit of measure, 0 or more
 * @returns null when the content is unknown, and for goods priced by the kilogram, litre or metre anyway
 */
export function unitPrice(goods: {
  name: string;
  unit: UnitOfMeasure;
  priceMinor: number;
}): UnitPrice | null {
  const content = contentOf(goods);
  if (!content) return null;
  return { minor: mulDivRound(goods.priceMinor, MILLI_PER_BASE, content.milli), per: content.per };
}

function contentOf({ name, unit }: { name: string; unit: UnitOfMeasure }): Content | null {
  if (unit === 'g') return { milli: 1000, per: 'kg' };
  if (unit === 'ml') return { milli: 1000, per: 'l' };
  return unit === 'piece' || unit === 'pack' ? contentInName(name) : null;
}

function contentInName(name: string): Content | null {
  const [, count = '1', amount = '', sign = ''] = [...name.matchAll(CONTENT)].at(-1) ?? [];
  const amountMilli = parseDecimal(amount, DECIMALS);
  const measure = SIGNS[sign];
  if (!(amountMilli && measure)) return null;
  const milli = Number(count) * amountMilli * measure.factor;
  return milli > 0 ? { milli, per: measure.per } : null;
}
