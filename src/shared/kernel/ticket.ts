import { allocate, allot, mulDivRound, sumMinor } from './money';
import { MILLI_PER_UNIT } from './quantity';
import { FULL_MILLI_PERCENT } from './rate';

/** A reduction by a share of the amount (0 to 100_000 thousandths of a percent), or by minor units. */
export type Discount = { kind: 'percent'; milliPercent: number } | { kind: 'amount'; minor: number };

/** The discount on a whole ticket; null for none. */
export type TicketDiscount = Discount | null;

/** The inputs that determine the amounts of one ticket line. */
export interface TicketLineInput {
  /** Above 0, for goods sold and for goods returned. */
  quantityMilli: number;
  /** 0 or more, per unit of measure, with or without tax as in the store's prices. */
  unitPriceMinor: number;
  /** The gross from a scale label with a price; the quantity then does not affect the amount. */
  fixedGrossMinor?: number | null;
  /** The product's own discount, 0 to 100_000. */
  standingDiscountMilliPercent: number;
  /** The discount given on this line, applied to what the standing discount leaves. */
  lineDiscount: Discount | null;
  /** 0 to 100_000. */
  taxRateMilliPercent: number;
  /** Whether the goods are returned: all amounts of the line are negative, and no ticket discount applies to it. */
  returned?: boolean;
  /** Whether no ticket discount applies to it: shipping, which is a line only for its tax. */
  undiscounted?: boolean;
}

/** The store's rules for prices and rounding. */
export interface TicketRules {
  pricesIncludeTax: boolean;
  /** Whether tax is rounded once per rate, on the sum of its lines, or on each line. */
  taxRounding: 'rate' | 'line';
}

/** The amounts of a single line, before ticket discount and tax: gross - standing - line discount = line total. */
export interface LineAmounts {
  grossMinor: number;
  standingDiscountMinor: number;
  lineDiscountMinor: number;
  lineTotalMinor: number;
}

/** The amounts of a line within its ticket. Discounts have the sign of the gross: gross - all three = net. */
interface TicketLineTotals extends LineAmounts {
  taxRateMilliPercent: number;
  /** The line's share of the ticket discount. */
  ticketDiscountMinor: number;
  /** After all discounts; with tax if prices include it, otherwise without. */
  netMinor: number;
  /** The line's share of the tax of its rate. */
  taxMinor: number;
  exclTaxMinor: number;
  inclTaxMinor: number;
}

/** The sums of the lines of one tax rate: without tax + tax = with tax. */
export interface TaxTotals {
  taxRateMilliPercent: number;
  exclTaxMinor: number;
  taxMinor: number;
  inclTaxMinor: number;
}

/** The calculated amounts of a ticket. */
export interface TicketTotals {
  /** In the order of the input lines. */
  lines: TicketLineTotals[];
  /** By rate, lowest first. */
  taxes: TaxTotals[];
  /** The sum of the lines after their own discounts; with tax if prices include it. */
  subtotalMinor: number;
  /** The ticket discount, 0 or more. */
  discountMinor: number;
  taxMinor: number;
  /** The amount due before cash rounding; negative when more is returned than sold. */
  totalMinor: number;
}

/**
 * Calculates a single line: gross = quantity x price, minus the standing discount, minus the line's own discount. Each
 * step is rounded and applies to what the one before left.
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

/** Whether a line's own discount is more than the standing discount leaves of the line. */
export function lineDiscountExceeds(line: TicketLineInput): boolean {
  return discountExceeds(beforeLineDiscount(line).left, line.lineDiscount);
}

/**
 * Whether a ticket discount is more than the total of the sold lines after their own discounts (returned lines do not
 * count).
 * @throws RangeError for lines that {@link calculateLine} refuses.
 */
export function ticketDiscountExceeds(
  lines: readonly TicketLineInput[],
  ticketDiscount: TicketDiscount,
): boolean {
  return discountExceeds(sumMinor(soldWeights(lines, lines.map(calculateLine))), ticketDiscount);
}

/**
 * Calculates a ticket. The till's display, the sale, the receipt and the report all use this one function. The ticket
 * discount is spread over the sold lines, and the tax of a rate over its lines, by largest remainder, so that the
 * lines add up to the totals to the minor unit.
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

/** Sums lines by tax rate, lowest first, as receipts and tax reports list them. */
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
 * The weights by which a ticket discount is spread: the line total of each sold line, 0 for a returned or undiscounted
 * one.
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

/** The amount with its sign, but never negative zero. */
function signed(amountMinor: number, sign: 1 | -1): number {
  return sign === 1 ? amountMinor : 0 - amountMinor;
}
