import { roundCash, type Tender } from './cash';
import { mulDivRound, sumMinor } from './money';
import { sumByRate, type TaxTotals, type TicketLineTotals } from './ticket';

/** A line of the original sale as it was calculated and stored; only goods sold, not goods returned. */
type SoldLine = Pick<
  TicketLineTotals,
  'taxRateMilliPercent' | 'ticketDiscountMinor' | 'taxMinor' | 'inclTaxMinor'
> & {
  /** Above 0. */
  quantityMilli: number;
};

/** What a return needs to know of the original sale. */
export interface OriginalSale {
  lines: readonly SoldLine[];
  /** What was paid, cash without its change; adds up to the total plus its cash rounding. */
  tenders: readonly Tender[];
  /** The cash step when it was sold, in minor units. */
  cashStepMinor: number;
  pricesIncludeTax: boolean;
}

/** The sums of all earlier returns of the same sale. */
interface ReturnedSoFar {
  /** Per line of the sale. */
  quantitiesMilli: readonly number[];
  givenBackMinor: number;
}

/** The part of this return that belongs to one line of the sale; all amounts are 0 or more. */
interface ReturnLineTotals {
  quantityMilli: number;
  taxRateMilliPercent: number;
  /** Its share of the ticket discount, which is already subtracted from the net. */
  ticketDiscountMinor: number;
  /** With tax if prices include it, otherwise without. */
  netMinor: number;
  taxMinor: number;
  exclTaxMinor: number;
  inclTaxMinor: number;
}

/** The result of calculating a return; amounts are magnitudes. */
export interface ReturnTotals {
  /** One for each line of the sale, in its order. */
  lines: ReturnLineTotals[];
  taxes: TaxTotals[];
  taxMinor: number;
  /** The sum of the lines, with tax. */
  totalMinor: number;
  /** The last line of the document: total + rounding = due. */
  cashRoundingMinor: number;
  /** What is refunded now, 0 or more. */
  dueMinor: number;
  /** The part refunded to each tender of the sale, in their order. */
  refundsMinor: number[];
  /** Whether nothing of the sale is left to return. */
  complete: boolean;
}

/**
 * Calculates a return from running totals: what is due for everything returned of the sale so far, minus what was
 * refunded before. Other tenders are refunded first and exactly, cash is rounded to its step. The refund is never
 * negative and never more than was paid, and the last portion refunds the rest, so that a sale returned completely,
 * in any portions, refunds exactly what was paid.
 * @param nowMilli the quantities returned now, per line of the sale, 0 or more
 * @throws RangeError when the quantities do not match the lines, or more is returned than was sold.
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

/** The refund for returned goods of this value in an incomplete return: other tenders first, then cash. */
function dueFor(runningMinor: number, sale: OriginalSale): number {
  const others = sale.tenders.filter((tender) => tender.kind !== 'cash');
  const exactMinor = Math.min(runningMinor, sumMinor(others.map((tender) => tender.amountMinor)));
  return exactMinor + roundCash(runningMinor - exactMinor, sale.cashStepMinor);
}

/** How much of a refund goes to each tender; other tenders before cash. */
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

/** The line's amounts after this return minus those before it, so that all portions add up to the line. */
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
 * The amounts of a part of a line. Its tax is calculated from its amount, not again from the quantity: two roundings
 * of the quantity could step at different portions and leave a portion with more tax than money.
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
