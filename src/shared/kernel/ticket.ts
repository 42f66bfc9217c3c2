import { allocate, allot, mulDivRound, sumMinor } from './money';
import { MILLI_PER_UNIT } from './quantity';
import { FULL_MILLI_PERCENT } from './rate';

/** A part of the amount (0 to 100_000 thousandths of a percent), or so many minor units, taken off. */
export type Discount = { kind: 'percent'; milliPercent: number } | { kind: 'amount'; minor: number };

/** The discount on a whole ticket, where there is one. */
export type TicketDiscount = Discount | null;

/** What decides the amounts of one line of a ticket. */
export interface TicketLineInput {
  /** Above 0, for goods sold and goods taken back alike. */
  quantityMilli: number;
  /** 0 or more, for one unit of measure, with or without tax as the store prices. */
  unitPriceMinor: number;
  /** The gross that a scale label with a price fixes; the quantity then does not count. */
  fixedGrossMinor?: number | null;
  /** The product's own discount, 0 to 100_000. */
  standingDiscountMilliPercent: number;
  /** The discount given on this line, on what the standing one left. */
  lineDiscount: Discount | null;
  /** 0 to 100_000. */
  taxRateMilliPercent: number;
  /** Goods taken back: all amounts of the line are negative, and no ticket discount falls on it. */
  returned?: boolean;
  /** No ticket discount falls on it: shipping, which is a line for its tax only. */
  undiscounted?: boolean;
}

/** How the store prices and rounds. */
export interface TicketRules {
  pricesIncludeTax: boolean;
  /** Tax rounded once per rate on the sum of its lines, or on each line. */
  taxRounding: 'rate' | 'line';
}

/** A line by itself, before ticket discount and tax: gross - standing - line discount = line total. */
export interface LineAmounts {
  grossMinor: number;
  standingDiscountMinor: number;
  lineDiscountMinor: number;
  lineTotalMinor: number;
}

/** A line as part of its ticket. Discounts have the sign of the gross: gross - all three = net. */
export interface TicketLineTotals extends LineAmounts {
  taxRateMilliPercent: number;
  /** The line's share of the ticket discount. */
  ticketDiscountMinor: number;
  /** After all discounts, as priced: with tax where prices include it, else without. */
  netMinor: number;
  /** The line's share of the tax of its rate. */
  taxMinor: number;
  exclTaxMinor: number;
  inclTaxMinor: number;
}

/** The lines of one tax rate together: without tax + tax = with tax. */
export interface TaxTotals {
  taxRateMilliPercent: number;
  exclTaxMinor: number;
  taxMinor: number;
  inclTaxMinor: number;
}

/** A ticket calculated. */
export interface TicketTotals {
  /** In the order of the lines given. */
  lines: TicketLineTotals[];
  /** By rate, the lowest first. */
  taxes: TaxTotals[];
  /** The lines after their own discounts, as priced. */
  subtotalMinor: number;
  /** The ticket discount, 0 or more. */
  discountMinor: number;
  taxMinor: number;
  /** What is to be paid, before cash rounding; negative where more is taken back than sold. */
  totalMinor: number;
}

/**
 * Calculates one line by itself: gross = quantity x price, less the standing discount, less the line's own,
 * each rounded and each on what the one before left.
 * @throws RangeError for values out of their ranges, and for a discount that {@link lineDiscountExceeds}.
 */
export function calculateLine(line: TicketLineInput): LineAmounts {
  const { gross, standing, left } = beforeLineDiscount(line);
  const lineDiscount = discountOn(left, line.lineDiscount);
  const sign = line.returned ? -1 : 1;
  return {
    grossMinor: signed(gross, sign),
    standingDiscountMinor: signed(standing, sign),
    lineDiscountMinor: signed(lineDiscount, sign),
    lineTotalMinor: signed(left - lineDiscount, sign),
  };
}

/** Whether a line's own discount takes off more than the standing discount leaves of the line. */
export function lineDiscountExceeds(line: TicketLineInput): boolean {
  return discountExceeds(beforeLineDiscount(line).left, line.lineDiscount);
}

/**
 * Whether a ticket discount takes off more than the sold lines come to after their own discounts (what is
 * taken back does not count).
 * @throws RangeError for lines that {@link calculateLine} refuses.
 */
export function ticketDiscountExceeds(
  lines: readonly TicketLineInput[],
  ticketDiscount: TicketDiscount,
): boolean {
  return discountExceeds(sumMinor(soldWeights(lines, lines.map(calculateLine))), ticketDiscount);
}

/**
 * Calculates a ticket: the one arithmetic behind the till's display, the sale, the receipt and the report.
 * The ticket discount is spread over the sold lines, and the tax of a rate over its lines, by largest
 * remainder, so that the lines add up to the totals to the minor unit.
 * @throws RangeError for values out of their ranges, for discounts that exceed what they are taken from,
 * and for sums beyond 2^53 - 1. Nothing is clamped.
 */
export function calculateTicket(
  lines: readonly TicketLineInput[],
  ticketDiscount: TicketDiscount,
  rules: TicketRules,
): TicketTotals {
  const own = lines.map(calculateLine);
  const weights = soldWeights(lines, own);
  const discountMinor = discountOn(sumMinor(weights), ticketDiscount);
  const discountShares = lines.length === 0 ? [] : allocate(discountMinor, weights);
  const nets = own.map((amounts, index) => amounts.lineTotalMinor - (discountShares[index] ?? 0));
  const taxes = lineTaxes(lines, nets, rules);

  const totals = own.map((amounts, index): TicketLineTotals => {
    const netMinor = nets[index] ?? 0;
    const taxMinor = taxes[index] ?? 0;
    return {
      ...amounts,
      taxRateMilliPercent: lines[index]?.taxRateMilliPercent ?? 0,
      ticketDiscountMinor: discountShares[index] ?? 0,
      netMinor,
      taxMinor,
      exclTaxMinor: rules.pricesIncludeTax ? netMinor - taxMinor : netMinor,
      inclTaxMinor: rules.pricesIncludeTax ? netMinor : netMinor + taxMinor,
    };
  });
  return {
    lines: totals,
    taxes: sumByRate(totals),
    subtotalMinor: sumMinor(own.map((amounts) => amounts.lineTotalMinor)),
    discountMinor,
    taxMinor: sumMinor(taxes),
    totalMinor: sumMinor(totals.map((line) => line.inclTaxMinor)),
  };
}

/** Adds lines up by their tax rate, the lowest first, as a receipt and a tax report list them. */
export function sumByRate(
  lines: readonly Pick<
    TicketLineTotals,
    'taxRateMilliPercent' | 'exclTaxMinor' | 'taxMinor' | 'inclTaxMinor'
  >[],
): TaxTotals[] {
  return distinctRates(lines).map((taxRateMilliPercent) => {
    const group = lines.filter((line) => line.taxRateMilliPercent === taxRateMilliPercent);
    return {
      taxRateMilliPercent,
      exclTaxMinor: sumMinor(group.map((line) => line.exclTaxMinor)),
      taxMinor: sumMinor(group.map((line) => line.taxMinor)),
      inclTaxMinor: sumMinor(group.map((line) => line.inclTaxMinor)),
    };
  });
}

function distinctRates(lines: readonly { taxRateMilliPercent: number }[]): number[] {
  return [...new Set(lines.map((line) => line.taxRateMilliPercent))].sort((one, other) => one - other);
}

function beforeLineDiscount(line: TicketLineInput): { gross: number; standing: number; left: number } {
  assertWithin(line.quantityMilli, 1, Number.MAX_SAFE_INTEGER, 'quantityMilli');
  assertWithin(line.unitPriceMinor, 0, Number.MAX_SAFE_INTEGER, 'unitPriceMinor');
  assertWithin(line.standingDiscountMilliPercent, 0, FULL_MILLI_PERCENT, 'standingDiscountMilliPercent');
  assertWithin(line.taxRateMilliPercent, 0, FULL_MILLI_PERCENT, 'taxRateMilliPercent');
  const gross = line.fixedGrossMinor ?? mulDivRound(line.quantityMilli, line.unitPriceMinor, MILLI_PER_UNIT);
  assertWithin(gross, 0, Number.MAX_SAFE_INTEGER, 'fixedGrossMinor');
  const standing = mulDivRound(gross, line.standingDiscountMilliPercent, FULL_MILLI_PERCENT);
  return { gross, standing, left: gross - standing };
}

function discountExceeds(amountMinor: number, discount: Discount | null): boolean {
  if (discount === null) return false;
  return discount.kind === 'percent'
    ? discount.milliPercent > FULL_MILLI_PERCENT
    : discount.minor > amountMinor;
}

function discountOn(amountMinor: number, discount: Discount | null): number {
  if (discount === null) return 0;
  if (discountExceeds(amountMinor, discount)) {
    throw new RangeError(`A discount takes more than the ${amountMinor} there is`);
  }
  if (discount.kind === 'percent') {
    assertWithin(discount.milliPercent, 0, FULL_MILLI_PERCENT, 'discount.milliPercent');
    return mulDivRound(amountMinor, discount.milliPercent, FULL_MILLI_PERCENT);
  }
  assertWithin(discount.minor, 0, amountMinor, 'discount.minor');
  return discount.minor;
}

/**
 * What a ticket discount is taken from and spread by: each sold line's net, and nothing of a returned or
 * undiscounted one.
 */
function soldWeights(lines: readonly TicketLineInput[], own: readonly LineAmounts[]): number[] {
  return own.map((amounts, index) =>
    lines[index]?.returned || lines[index]?.undiscounted ? 0 : amounts.lineTotalMinor,
  );
}

function lineTaxes(
  lines: readonly TicketLineInput[],
  nets: readonly number[],
  { pricesIncludeTax, taxRounding }: TicketRules,
): number[] {
  const taxes = new Array<number>(lines.length).fill(0);
  for (const rateMilliPercent of distinctRates(lines)) {
    const indices = [...lines.keys()].filter(
      (index) => lines[index]?.taxRateMilliPercent === rateMilliPercent,
    );
    const base = pricesIncludeTax ? FULL_MILLI_PERCENT + rateMilliPercent : FULL_MILLI_PERCENT;
    const rateNets = indices.map((index) => nets[index] ?? 0);
    const shares =
      taxRounding === 'line'
        ? rateNets.map((net) => mulDivRound(net, rateMilliPercent, base))
        : allot(mulDivRound(sumMinor(rateNets), rateMilliPercent, base), rateNets, rateMilliPercent, base);
    for (const [place, index] of indices.entries()) taxes[index] = shares[place] ?? 0;
  }
  return taxes;
}

function assertWithin(value: number, least: number, most: number, name: string): void {
  if (!Number.isSafeInteger(value) || value < least || value > most) {
    throw new RangeError(`${name} is ${value}, not an integer from ${least} to ${most}`);
  }
}

/** The amount with its sign, and never a negative zero. */
function signed(amountMinor: number, sign: 1 | -1): number {
  return sign === 1 ? amountMinor : 0 - amountMinor;
}
