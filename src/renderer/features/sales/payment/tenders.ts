import type { Inputs } from '#shared/contract/index';

export type Tender = Inputs['sales']['payOrder']['tenders'][number];

export type TenderKind = Tender['kind'];

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
 * The tender that a key adds: the typed amount, or the full remaining amount when none was typed (for cash
 * rounded to the cash step, which may be zero).
 *
 * @returns null when there is no tender to add: the typed or the remaining amount is zero
 */
export function nextTender(kind: TenderKind, typedMinor: number | null, state: PaymentState): Tender | null {
  const leftMinor = kind === 'cash' ? state.cashRemainingMinor : state.cardRemainingMinor;
  const amountMinor = typedMinor ?? leftMinor;
  const coinsPayNothing = kind === 'cash' && leftMinor === 0 && state.remainingMinor > 0;
  return amountMinor > 0 || coinsPayNothing ? { kind, amountMinor } : null;
}

/** Why a card cannot be taken: no amount remains for it, or more was typed than remains. Null where it can. */
export function whyNoCard(
  { cardRemainingMinor }: PaymentState,
  typedMinor: number | null,
): 'cardNothing' | 'cardAtMost' | null {
  if (cardRemainingMinor === 0) return 'cardNothing';
  return typedMinor !== null && typedMinor > cardRemainingMinor ? 'cardAtMost' : null;
}

/**
 * Whether so much change makes the typed cash amount look like a mistake: more than the largest note a customer is
 * likely to hand over. The keys for likely notes never give that much.
 *
 * @param state the state without that cash
 */
export function isUnlikelyChange(state: PaymentState, changeMinor: number): boolean {
  return changeMinor > Math.max(0, ...state.likelyNotesMinor);
}

/** The notes that get a key: only amounts above the remaining one, because Enter takes the exact amount. */
export function noteKeys(state: PaymentState, most: number): number[] {
  return state.likelyNotesMinor.filter((noteMinor) => noteMinor > state.cashRemainingMinor).slice(0, most);
}
