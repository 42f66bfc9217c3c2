import { type BarcodeBars, barcodeBars } from '#main/platform/printing/barcode-bars';
import { missingLetters } from '#main/platform/printing/font-faces';
import { ascent, type TextSetter } from '#main/platform/printing/text-setter';
import type { LabelDrawing, LabelProblem, LabelRef } from '#shared/contract/labels';
import { type LabelLayout, moduleWidth } from '#shared/kernel/label-sheets';
import type { PrintedCode } from './label-codes';
import type { LabelContent } from './label-content';
import { fitText, PT_PER_MM, type SetText } from './text-fitting';

/** A label laid out, in millimetres from its upper left corner: a PDF and a preview draw exactly the same. */
export interface SetLabel {
  texts: SetText[];
  bars: Array<{ xMm: number; topMm: number; widthMm: number; heightMm: number }>;
  troubles: LabelProblem[];
}

interface Box {
  xMm: number;
  topMm: number;
  widthMm: number;
  heightMm: number;
}

interface FittingCode {
  code: PrintedCode;
  bars: BarcodeBars;
  moduleMm: number;
}

type Part = 'title' | 'facts' | 'price' | 'bars';

/** Paper is cut or fed slightly beside its marks. */
const PADDING_MM = 2;
const GAP_MM = 0.8;
/** The usual width of the narrowest bar on goods (GS1 General Specifications, 5.2.1.2). */
const NOMINAL_MODULE_MM = 0.33;
const SMALLEST_MM = 1.7;
const CODE_TEXT_MM = 2.4;
/** If there is this much room beside the bars, the price is placed there. */
const PRICE_BESIDE_BARS_MM = 24;

const SMALL_PRICE_SHARES = { below: 0.3, beside: 0.42 };

/** The shares of the height for the parts that are present. */
const SHARES: Record<LabelContent['kind'], Record<Part, number>> = {
  shelf: { title: 3.2, facts: 0, price: 3.6, bars: 3.2 },
  goods: { title: 2.4, facts: 0, price: 1.7, bars: 5 },
  batch: { title: 2.3, facts: 2.8, price: 0, bars: 4.4 },
  location: { title: 5, facts: 0, price: 0, bars: 4.5 },
};
const LARGEST_TITLE_MM: Record<LabelContent['kind'], number> = { shelf: 6, goods: 4, batch: 4, location: 16 };

/** Lays out a label: its texts as large as they fit, and the first of its codes whose bars fit. */
export function setLabel(setter: TextSetter, layout: LabelLayout, content: LabelContent): SetLabel {
  const inner = {
    xMm: PADDING_MM,
    topMm: PADDING_MM,
    widthMm: layout.widthMm - 2 * PADDING_MM,
    heightMm: layout.heightMm - 2 * PADDING_MM,
  };
  // Larger bars would leave no room for the price beside them.
  const largestModuleMm =
    content.kind === 'shelf' && content.price ? NOMINAL_MODULE_MM : Number.POSITIVE_INFINITY;
  const code = fittingCode(layout, content.codes ?? [], inner.widthMm, largestModuleMm);
  const codeMm = code ? code.bars.width * code.moduleMm : 0;
  const isBeside =
    content.kind === 'shelf' && content.price !== null && inner.widthMm - codeMm >= PRICE_BESIDE_BARS_MM;
  const boxes = boxesOf(content, inner, code !== null, isBeside);
  const priceBox = isBeside && code ? besideOf(boxes.bars, codeMm) : boxes.price;
  const largestMm = LARGEST_TITLE_MM[content.kind];
  const texts = [
    ...fitText(setter, [content.title], {
      ...boxes.title,
      largestMm,
      smallestMm: SMALLEST_MM,
      bold: true,
      align: content.kind === 'location' ? 'center' : 'left',
    }),
    ...(content.facts.length > 0
      ? fitText(setter, content.facts, {
          ...boxes.facts,
          largestMm: 3.6,
          smallestMm: SMALLEST_MM,
          bold: false,
          align: 'left',
        })
      : []),
    ...priceTexts(setter, content, priceBox, isBeside),
  ];
  const drawn = code
    ? drawCode(setter, code, isBeside ? { ...boxes.bars, widthMm: codeMm } : boxes.bars)
    : { texts: [], bars: [] };
  const all = [...texts, ...drawn.texts];
  return { texts: all, bars: drawn.bars, troubles: troublesOf(content, code, all) };
}

/** A label that is laid out, as a window draws it. */
export function drawingOf({ of, id }: LabelRef, { texts, bars, troubles }: SetLabel): LabelDrawing {
  return {
    of,
    id,
    texts: texts.map(({ line, sizeMm, bold, xMm, topMm }) => ({
      text: line.text,
      xMm: rounded(xMm),
      baselineMm: rounded(topMm + ascent({ sizePt: sizeMm })),
      sizeMm: rounded(sizeMm),
      widthMm: rounded(line.widthPt / PT_PER_MM),
      bold,
      rightToLeft: line.rightToLeft,
    })),
    bars: bars
      .map(({ xMm, topMm, widthMm, heightMm }) => {
        const [width, height] = [rounded(widthMm), rounded(heightMm)];
        return `M${rounded(xMm)} ${rounded(topMm)}h${width}v${height}h${-width}z`;
      })
      .join(''),
    troubles,
  };
}

function fittingCode(
  layout: LabelLayout,
  codes: readonly PrintedCode[],
  widthMm: number,
  largestModuleMm: number,
): FittingCode | null {
  for (const code of codes) {
    const bars = barcodeBars(code.symbology, code.text);
    const moduleMm = moduleWidth(layout, bars.width, Math.min(widthMm, bars.width * largestModuleMm));
    if (moduleMm !== null) return { code, bars, moduleMm };
  }
  return null;
}

/** The boxes of the parts, one below the other; a price beside the bars has the height of both. */
function boxesOf(content: LabelContent, inner: Box, hasBars: boolean, isBeside: boolean): Record<Part, Box> {
  const present: Record<Part, boolean> = {
    title: true,
    facts: content.facts.length > 0,
    price: content.price !== null && !(isBeside && hasBars),
    bars: hasBars,
  };
  const parts = (['title', 'facts', 'price', 'bars'] as const).filter((part) => present[part]);
  const shares = SHARES[content.kind];
  const shareOf = (part: Part): number => shares[part] + (part === 'bars' && isBeside ? shares.price / 2 : 0);
  const sum = parts.reduce((total, part) => total + shareOf(part), 0);
  const freeMm = inner.heightMm - GAP_MM * (parts.length - 1);
  const boxes = { title: inner, facts: inner, price: inner, bars: inner };
  let topMm = inner.topMm;
  for (const part of parts) {
    const heightMm = (freeMm * shareOf(part)) / sum;
    boxes[part] = { ...inner, topMm, heightMm };
    topMm += heightMm + GAP_MM;
  }
  return boxes;
}

function besideOf(bars: Box, codeMm: number): Box {
  const takenMm = codeMm + 2 * GAP_MM;
  return { ...bars, xMm: bars.xMm + takenMm, widthMm: bars.widthMm - takenMm };
}

/**
 * The price, with the unit price and the old price in small print: below it in a narrow box, left of it in a wide one.
 */
function priceTexts(
  setter: TextSetter,
  { kind, price }: LabelContent,
  box: Box,
  isNarrow: boolean,
): SetText[] {
  if (!price) return [];
  const isAlone = price.small.length === 0;
  const smallShare = isAlone ? 0 : SMALL_PRICE_SHARES[isNarrow ? 'below' : 'beside'];
  const main = isNarrow
    ? { ...box, heightMm: box.heightMm * (1 - smallShare) }
    : { ...box, xMm: box.xMm + box.widthMm * smallShare, widthMm: box.widthMm * (1 - smallShare) };
  const small = isNarrow
    ? { ...box, topMm: box.topMm + main.heightMm, heightMm: box.heightMm * smallShare }
    : { ...box, widthMm: box.widthMm * smallShare - GAP_MM };
  const largestMm = kind === 'shelf' ? 14 : 5;
  const largest = { largestMm, smallestMm: SMALLEST_MM, bold: true, align: 'right' } as const;
  const fine = { largestMm: 3, smallestMm: 1.4, bold: false, align: isNarrow ? 'right' : 'left' } as const;
  return [
    ...fitText(setter, [price.main], { ...main, ...largest }),
    ...(isAlone ? [] : fitText(setter, price.small, { ...small, ...fine })),
  ];
}

/** The bars in the middle of their box, with their text below. */
function drawCode(setter: TextSetter, { code, bars, moduleMm }: FittingCode, box: Box) {
  const textMm = Math.min(CODE_TEXT_MM, box.heightMm / 4);
  const heightMm = box.heightMm - textMm * 1.35;
  const codeMm = bars.width * moduleMm;
  const leftMm = box.xMm + (box.widthMm - codeMm) / 2;
  return {
    bars: bars.bars.map(({ left, width }) => ({
      xMm: leftMm + left * moduleMm,
      topMm: box.topMm,
      widthMm: width * moduleMm,
      heightMm,
    })),
    texts: fitText(setter, [code.text], {
      xMm: leftMm,
      widthMm: codeMm,
      topMm: box.topMm + heightMm,
      heightMm: textMm * 1.35,
      largestMm: textMm,
      smallestMm: 1.2,
      bold: false,
      align: 'center',
    }),
  };
}

function troublesOf(
  { codes, unprintable }: LabelContent,
  code: FittingCode | null,
  texts: readonly SetText[],
): LabelProblem[] {
  const troubles: LabelProblem[] = [];
  if (codes && !code) {
    const [first] = codes;
    if (first) troubles.push({ kind: 'code too long', detail: first.text });
    else if (unprintable) troubles.push({ kind: 'code not printable', detail: unprintable });
    else troubles.push({ kind: 'no code', detail: '' });
  }
  const letters = missingLetters(texts.map(({ line }) => line.text).join(''));
  if (letters !== '') troubles.push({ kind: 'letters missing', detail: letters });
  return troubles;
}

/** Rounds to a thousandth of a millimetre. */
function rounded(mm: number): number {
  return Math.round(mm * 1000) / 1000;
}
