import type { ParsedInputs } from '#shared/contract/index';
import { refuse } from '#shared/contract/refusals';
import { type Settlement, settle } from '#shared/kernel/cash';
import type { PaymentRow } from './order.queries';

const NOTHING_IN_CASH = { kind: 'cash', amountMinor: 0, reference: '' } as const;

export type Tenders = ParsedInputs['sales']['completeTicket']['tenders'];

/**
 * Settles a total with the given tenders.
 * @throws CARD_TOO_MUCH when a card amount exceeds what the earlier tenders left due, since only cash gives change.
 */
function settlementOf(totalMinor: number, tenders: Tenders, cashStepMinor: number): Settlement {
  const settlement = settle({ totalMinor, tenders, cashStepMinor });
  if (!settlement.ok) throw refuse('CARD_TOO_MUCH', { dueMinor: settlement.dueMinor });
  return settlement;
}

/**
 * The payments to store for a total that is paid in full: its cash rounding and one payment per tender, cash without
 * the change and omitted where none was kept. A total that rounds to nothing in cash needs no tender.
 * @throws CARD_TOO_MUCH, PAID_TOO_LITTLE.
 */
export function paymentsOf(
  totalMinor: number,
  given: Tenders,
  cashStepMinor: number,
): { cashRoundingMinor: number; payments: PaymentRow[] } {
  const tenders = given.length > 0 ? given : [NOTHING_IN_CASH];
  const settlement = settlementOf(totalMinor, tenders, cashStepMinor);
  if (settlement.remainingMinor > 0) {
    const inCash = given.some((tender) => tender.kind === 'cash');
    const missingMinor = inCash ? settlement.remainingCashMinor : settlement.remainingMinor;
    throw refuse('PAID_TOO_LITTLE', { dueMinor: totalMinor, missingMinor });
  }
  return {
    cashRoundingMinor: settlement.cashRoundingMinor,
    payments: withChange(given, settlement.changeMinor).filter(({ givenMinor }) => givenMinor > 0),
  };
}

/** Change is taken from the cash that was given last. */
function withChange(tenders: Tenders, changeMinor: number): PaymentRow[] {
  let left = changeMinor;
  return tenders
    .toReversed()
    .map(({ kind, amountMinor: givenMinor, reference }) => {
      const change = kind === 'cash' ? Math.min(left, givenMinor) : 0;
      left -= change;
      return { kind, amountMinor: givenMinor - change, givenMinor, changeMinor: change, reference };
    })
    .toReversed();
}
