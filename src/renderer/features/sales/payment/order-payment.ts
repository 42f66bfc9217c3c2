import { refuse } from '#shared/contract/refusals';
import { likelyNotes, settle } from '#shared/kernel/cash';
import type { PaymentState, Tender } from './tenders';

/**
 * The payment state of a placed order with these tenders, calculated with the same arithmetic as the main
 * process uses when it settles the order.
 * @param dueMinor the exact amount due
 * @throws CARD_TOO_MUCH
 */
export function calculateOrderPayment(
  dueMinor: number,
  tenders: readonly Tender[],
  { currency, cashStepMinor }: { currency: string; cashStepMinor: number },
): PaymentState {
  const settlement = settle({ totalMinor: dueMinor, tenders, cashStepMinor });
  if (!settlement.ok) throw refuse('CARD_TOO_MUCH', { dueMinor: settlement.dueMinor });
  return {
    totalMinor: dueMinor,
    cashRoundingMinor: settlement.cashRoundingMinor,
    remainingMinor: settlement.remainingMinor,
    cashRemainingMinor: settlement.remainingCashMinor,
    cardRemainingMinor: settlement.remainingExactMinor,
    changeMinor: settlement.changeMinor,
    likelyNotesMinor: likelyNotes(settlement.remainingCashMinor, currency),
  };
}
