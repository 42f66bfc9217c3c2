import { minorDigits } from './currency';
import { mulDivRound, sumMinor } from './money';

const MOST_SUGGESTIONS = 5;

/** The bank notes in everyday use, in major units of the currency. */
const NOTES: Readonly<Record<string, readonly number[]>> = {
  AED: [5, 10, 20, 50, 100, 200, 500],
  AUD: [5, 10, 20, 50, 100],
  BGN: [5, 10, 20, 50, 100],
  BRL: [2, 5, 10, 20, 50, 100, 200],
  CAD: [5, 10, 20, 50, 100],
  CHF: [10, 20, 50, 100, 200],
  CLP: [1000, 2000, 5000, 10_000, 20_000],
  CNY: [1, 5, 10, 20, 50, 100],
  COP: [2000, 5000, 10_000, 20_000, 50_000, 100_000],
  CZK: [100, 200, 500, 1000, 2000],
  DKK: [50, 100, 200, 500],
  EGP: [5, 10, 20, 50, 100, 200],
  EUR: [5, 10, 20, 50, 100, 200],
  GBP: [5, 10, 20, 50],
  HKD: [10, 20, 50, 100, 500],
  HUF: [500, 1000, 2000, 5000, 10_000, 20_000],
  IDR: [1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000],
  ILS: [20, 50, 100, 200],
  INR: [10, 20, 50, 100, 200, 500],
  ISK: [500, 1000, 2000, 5000, 10_000],
  JPY: [1000, 5000, 10_000],
  KRW: [1000, 5000, 10_000, 50_000],
  KWD: [1, 5, 10, 20],
  MAD: [20, 50, 100, 200],
  MXN: [20, 50, 100, 200, 500],
  NOK: [50, 100, 200, 500],
  NZD: [5, 10, 20, 50, 100],
  PLN: [10, 20, 50, 100, 200],
  RON: [1, 5, 10, 20, 50, 100, 200],
  RSD: [10, 20, 50, 100, 200, 500, 1000, 2000],
  SAR: [5, 10, 50, 100, 200, 500],
  SEK: [20, 50, 100, 200, 500],
  SGD: [2, 5, 10, 50, 100],
  THB: [20, 50, 100, 500, 1000],
  TRY: [5, 10, 20, 50, 100, 200],
  UAH: [20, 50, 100, 200, 500, 1000],
  USD: [1, 5, 10, 20, 50, 100],
  ZAR: [10, 20, 50, 100, 200],
};

/** Money received (above 0), or refunded when more is returned than sold (below 0). */
interface Tender {
  /** 'cash' is rounded and gives change; all other kinds ('card', 'voucher', 'account'...) are exact. */
  kind: string;
  amountMinor: number;
}

/** A total compared with its tenders. For a negative total, all amounts are negative or 0. */
export interface Settlement {
  ok: true;
  /** The total plus its cash rounding. */
  dueMinor: number;
  /** The last line of the sale: 0 until cash settles it, or exceeds the exact price by less than coins can pay. */
  cashRoundingMinor: number;
  /** What all cash together must cover: the total minus all other tenders, rounded to the cash step. */
  cashDueMinor: number;
  /** Cash to give back. */
  changeMinor: number;
  /** What remains if it is paid by other tenders, or in cash once that is rounded; 0 when settled. */
  remainingMinor: number;
  /** What remains if it is paid in cash; 0 when settled. */
  remainingCashMinor: number;
  /** The most that other tenders can still pay; 0 also when cash exceeds the exact price. */
  remainingExactMinor: number;
}

/** Why tenders are not accepted: only cash gives change, and no refund exceeds what is due. */
interface SettlementRefusal {
  ok: false;
  error: 'overpaidByCard' | 'refundBeyondDue';
  /** What was due before the tender that is too much. */
  dueMinor: number;
}

/**
 * Rounds an amount to what coins can pay: its magnitude to the nearest step, half up; the sign is kept.
 * @param stepMinor the smallest coin in minor units; 0 and 1 mean that the store does not round
 * @throws RangeError for a step that is negative or not an integer.
 */
export function roundCash(amountMinor: number, stepMinor: number): number {
  return stepMinor === 0 ? amountMinor : mulDivRound(amountMinor, 1, stepMinor) * stepMinor;
}

/**
 * The amounts a customer is likely to pay with, for the cash keys of the till: the exact amount, then the next
 * higher amounts in the currency's notes.
 * @param dueMinor what is due in cash, already rounded to the cash step
 * @param currency an ISO 4217 code
 * @returns at most 5 distinct amounts in minor units, ascending; none when nothing is due
 */
export function likelyNotes(dueMinor: number, currency: string): number[] {
  if (dueMinor <= 0) return [];
  const amounts = new Set([
    dueMinor,
    ...usualNotes(dueMinor, currency).map((note) => roundUp(dueMinor, note)),
  ]);
  return [...amounts].sort((one, other) => one - other).slice(0, MOST_SUGGESTIONS);
}

interface Sale {
  totalMinor: number;
  /** In the order in which they are given. */
  tenders: readonly Tender[];
  cashStepMinor: number;
}

/**
 * Settles a total with tenders. All other tenders count before cash; what they leave is due in cash, rounded to the
 * cash step. Only cash gives change: any other tender must not exceed what the tenders before it left due. The
 * rounding applies once cash settles the sale or exceeds its exact price; a total that rounds to 0 is settled by a
 * cash tender of 0.
 * @returns the settlement, or why the tenders are not accepted
 * @throws RangeError when a tender and the total have opposite signs.
 */
export function settle(sale: Sale): Settlement | SettlementRefusal {
  const isRefund = sale.totalMinor < 0;
  if (sale.tenders.some(({ amountMinor }) => (isRefund ? amountMinor > 0 : amountMinor < 0))) {
    throw new RangeError('A tender has the other sign than the total');
  }
  for (const [index, { kind, amountMinor }] of sale.tenders.entries()) {
    if (kind === 'cash') continue;
    const before = withoutExcess({ ...sale, tenders: sale.tenders.slice(0, index) });
    if (!before.ok) return before;
    const dueMinor = before.remainingExactMinor;
    if (Math.abs(amountMinor) > Math.abs(dueMinor)) {
      return { ok: false, error: isRefund ? 'refundBeyondDue' : 'overpaidByCard', dueMinor };
    }
  }
  return withoutExcess(sale);
}

/** Settles a sale in which no exact tender exceeds what was due. */
function withoutExcess({ totalMinor, tenders, cashStepMinor }: Sale): Settlement | SettlementRefusal {
  // A refund is settled like a sale with all signs reversed.
  const isRefund = totalMinor < 0;
  const turned = (amountMinor: number): number =>
    isRefund && amountMinor !== 0 ? -amountMinor : amountMinor;
  const cash = tenders.filter((tender) => tender.kind === 'cash');
  const cashMinor = turned(sumMinor(cash.map((tender) => tender.amountMinor)));
  const openMinor = turned(totalMinor - sumMinor(tenders.map((tender) => tender.amountMinor))) + cashMinor;
  const cashDueMinor = roundCash(openMinor, cashStepMinor);
  const beyondMinor = cashMinor - cashDueMinor;
  if (isRefund && beyondMinor > 0) {
    return { ok: false, error: 'refundBeyondDue', dueMinor: turned(cashDueMinor) };
  }
  const isSettledByCash = cash.length > 0 && beyondMinor >= 0;
  // Cash exceeds the exact price, but by less than coins can pay, so only more cash, rounded, can settle it.
  const isRounded = isSettledByCash || cashMinor > openMinor;
  const cashRoundingMinor = turned(isRounded ? cashDueMinor - openMinor : 0);
  const remainingCashMinor = turned(isSettledByCash ? 0 : cashDueMinor - cashMinor);
  return {
    ok: true,
    dueMinor: totalMinor + cashRoundingMinor,
    cashRoundingMinor,
    cashDueMinor: turned(cashDueMinor),
    changeMinor: isSettledByCash ? beyondMinor : 0,
    remainingMinor: isRounded ? remainingCashMinor : turned(openMinor - cashMinor),
    remainingCashMinor,
    remainingExactMinor: turned(isSettledByCash ? 0 : Math.max(openMinor - cashMinor, 0)),
  };
}

/** The notes in minor units; for a currency not listed, notes of the usual 1-2-5 series around the amount. */
function usualNotes(dueMinor: number, currency: string): number[] {
  const notes = NOTES[currency];
  if (notes !== undefined) return notes.map((note) => note * 10 ** minorDigits(currency));
  const leadingUnit = 10 ** (String(dueMinor).length - 1);
  return [leadingUnit / 2, leadingUnit, leadingUnit * 2, leadingUnit * 5, leadingUnit * 10].filter(
    Number.isInteger,
  );
}

function roundUp(amountMinor: number, step: number): number {
  const over = amountMinor % step;
  return over === 0 ? amountMinor : amountMinor - over + step;
}
