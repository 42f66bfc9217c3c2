import { refuse } from '#shared/contract/refusals';
import { likelyNotes, settle } from '#shared/kernel/cash';
import type { Tender } from './tenders';

/** What remains to pay after some tenders. All amounts are in minor units. */
export interface PaymentState {
  totalMinor: number;
  cashRoundingMinor: number;
  remainingMinor: number;
  cashRemainingMinor: number;
  /** The most that a card can still pay. */
  cardRemainingMinor: number;
  changeMinor: number;
  likelyNotesMinor: number[];
}

/**
 * Calculates what remains to pay of an amount after these tenders, with the arithmetic that the main process uses
 * when it settles the payment.
 * @param totalMinor the exact amount due before any tender
 * @throws CARD_TOO_MUCH
 */
export function calculatePayment(
  totalMinor: number,
  tenders: readonly Tender[],
  { currency, cashStepMinor }: { currency: string; cashStepMinor: number },
): PaymentState {
  const settlement = settle({ totalMinor, tenders, cashStepMinor });
  if (!settlement.ok) throw refuse('CARD_TOO_MUCH', { dueMinor: settlement.dueMinor });
  return {
    totalMinor,
    cashRoundingMinor: settlement.cashRoundingMinor,
    remainingMinor: settlement.remainingMinor,
    cashRemainingMinor: settlement.remainingCashMinor,
    cardRemainingMinor: settlement.remainingExactMinor,
    changeMinor: settlement.changeMinor,
    likelyNotesMinor: likelyNotes(settlement.remainingCashMinor, currency),
  };
}
