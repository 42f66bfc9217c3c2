import { roundCash, type Tender } from './cash';
import { mulDivRound, sumMinor } from './money';
import { sumByRate, type TaxTotals, type TicketLineTotals } from './ticket';

/** A line of the original sale as it was calculated and kept; goods sold, not goods taken back. */
type SoldLine = Pick<
  TicketLineTotals,
  'taxRateMilliPercent' | 'ticketDiscountMinor' | 'taxMinor' | 'inclTaxMinor'
> & {
  /** Above 0. */
  quantityMilli: number;
};

/** The original sale, as far as a return of it is concerned. */
export interface OriginalSale {
  lines: readonly SoldLine[];
  /** What was paid, cash without the change: together the total and its cash rounding. */
  tenders: readonly Tender[];
  /** The cash step of its day, in minor units. */
  cashStepMinor: number;
  pricesIncludeTax: boolean;
}

/** All earlier returns of the same sale together. */
interface ReturnedSoFar {
  /** Per line of the sale. */
  quantitiesMilli: readonly number[];
  givenBackMinor: number;
}

/** What one line of the sale gives back in this return; all amounts are 0 or more. */
interface ReturnLineTotals {
  quantityMilli: number;
  taxRateMilliPercent: number;
  /** Its share of the ticket discount, which the net is already without. */
  ticketDiscountMinor: number;
  /** As priced: with tax where prices include it, else without. */
  netMinor: number;
  taxMinor: number;
  exclTaxMinor: number;
  inclTaxMinor: number;
}

/** A return calculated; amounts are given as magnitudes. */
export interface ReturnTotals {
  /** One for each line of the sale, in its order. */
  lines: ReturnLineTotals[];
  taxes: TaxTotals[];
  taxMinor: number;
  /** The lines together, with tax. */
  totalMinor: number;
  /** The last line of the document: total + rounding = due. */
  cashRoundingMinor: number;
  /** What is given back now, 0 or more. */
  dueMinor: number;
  /** What of it goes back on each of the sale's tenders, in their order. */
  refundsMinor: number[];
  /** Whether nothing of the sale is left to return. */
  complete: boolean;
}

/**
 * Calculates a return on the running total: what is due back for all that has been returned of the sale so
 * far, less what was given back before. Other tenders are given back first and exactly, cash rounded to its
 * step; it is never negative and never beyond what was paid, and the last portion gives the rest, so that a
 * sale returned whole, in any portions, gives back exactly what was paid.
 * @param nowMilli the quantities that come back now, per line of the sale, 0 or more
 * @throws RangeError when the quantities do not belong to the lines, or more comes back than was sold.
 */
export function calculateReturn(
  sale: OriginalSale,
  soFar: ReturnedSoFar,
  nowMilli: readonly number[],
): ReturnTotals {
  const afterMilli = returnedAfter(sale.lines, soFar.quantitiesMilli, nowMilli);
  const runningMinor = sumMinor(
    sale.lines.map((line, index) => share(line.inclTaxMinor, line, afterMilli[index])),
  );
  const complete = sale.lines.every((line, index) => afterMilli[index] === line.quantityMilli);
  const paidMinor = sumMinor(sale.tenders.map((tender) => tender.amountMinor));
  const runningDueMinor = complete ? paidMinor : Math.min(paidMinor, dueFor(runningMinor, sale));
  const dueMinor = Math.max(0, runningDueMinor - soFar.givenBackMinor);

  const lines = sale.lines.map((line, index) =>
    returnLine(line, soFar.quantitiesMilli[index] ?? 0, nowMilli[index] ?? 0, sale.pricesIncludeTax),
  );
  const totalMinor = sumMinor(lines.map((line) => line.inclTaxMinor));
  const refundedBefore = fillTenders(sale.tenders, soFar.givenBackMinor);
  const refundedAfter = fillTenders(sale.tenders, soFar.givenBackMinor + dueMinor);
  return {
    lines,
    taxes: sumByRate(lines.filter((line) => line.quantityMilli > 0)),
    taxMinor: sumMinor(lines.map((line) => line.taxMinor)),
    totalMinor,
    cashRoundingMinor: dueMinor - totalMinor,
    dueMinor,
    refundsMinor: refundedAfter.map((after, index) => after - (refundedBefore[index] ?? 0)),
    complete,
  };
}

function returnedAfter(
  lines: readonly SoldLine[],
  beforeMilli: readonly number[],
  nowMilli: readonly number[],
): number[] {
  if (beforeMilli.length !== lines.length || nowMilli.length !== lines.length) {
    throw new RangeError('A return needs one quantity for each line of its sale');
  }
  return lines.map((line, index) => {
    const before = beforeMilli[index] ?? 0;
    const now = nowMilli[index] ?? 0;
    const within = before >= 0 && now >= 0 && before + now <= line.quantityMilli;
    if (!(within && Number.isSafeInteger(before) && Number.isSafeInteger(now))) {
      throw new RangeError(`${before} + ${now} of ${line.quantityMilli} cannot come back`);
    }
    return before + now;
  });
}

/** What is due back for goods of this value, less than all of the sale: other tenders first, then cash. */
function dueFor(runningMinor: number, sale: OriginalSale): number {
  const others = sale.tenders.filter((tender) => tender.kind !== 'cash');
  const exactMinor = Math.min(runningMinor, sumMinor(others.map((tender) => tender.amountMinor)));
  return exactMinor + roundCash(runningMinor - exactMinor, sale.cashStepMinor);
}

/** How far an amount given back reaches into each tender, the others before cash. */
function fillTenders(tenders: readonly Tender[], amountMinor: number): number[] {
  const filled = new Array<number>(tenders.length).fill(0);
  const cashLast = [...tenders.entries()].sort(([, one], [, other]) => cashRank(one) - cashRank(other));
  let left = amountMinor;
  for (const [index, tender] of cashLast) {
    const part = Math.min(left, tender.amountMinor);
    filled[index] = part;
    left -= part;
  }
  return filled;
}

function cashRank(tender: Tender): number {
  return tender.kind === 'cash' ? 1 : 0;
}

/** The line's amounts after this return less those before it, so that all its portions add up to it. */
function returnLine(
  line: SoldLine,
  beforeMilli: number,
  nowMilli: number,
  pricesIncludeTax: boolean,
): ReturnLineTotals {
  const before = runningLine(line, beforeMilli);
  const after = runningLine(line, beforeMilli + nowMilli);
  const taxMinor = after.tax - before.tax;
  const inclTaxMinor = after.incl - before.incl;
  const exclTaxMinor = inclTaxMinor - taxMinor;
  return {
    quantityMilli: nowMilli,
    taxRateMilliPercent: line.taxRateMilliPercent,
    ticketDiscountMinor: after.ticketDiscount - before.ticketDiscount,
    netMinor: pricesIncludeTax ? inclTaxMinor : exclTaxMinor,
    taxMinor,
    exclTaxMinor,
    inclTaxMinor,
  };
}

/**
 * What so much of a line comes to. Its tax follows from its amount, not from the quantity once more: two
 * roundings of the quantity could step at different portions and leave one with more tax than money.
 */
function runningLine(
  line: SoldLine,
  quantityMilli: number,
): { incl: number; tax: number; ticketDiscount: number } {
  const incl = share(line.inclTaxMinor, line, quantityMilli);
  return {
    incl,
    tax: line.inclTaxMinor === 0 ? 0 : mulDivRound(line.taxMinor, incl, line.inclTaxMinor),
    ticketDiscount: share(line.ticketDiscountMinor, line, quantityMilli),
  };
}

function share(amountMinor: number, line: SoldLine, quantityMilli = 0): number {
  return mulDivRound(amountMinor, quantityMilli, line.quantityMilli);
}
