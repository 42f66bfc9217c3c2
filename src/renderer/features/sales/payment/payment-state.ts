import { refuse } from '#shared/contract/refusals';
import { likelyNotes, settle } from '#shared/kernel/cash';
import type { PaymentState, Tender } from './tenders';

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
