import type { Inputs, Outputs } from '#shared/contract/index';

export type Tender = Inputs['sales']['payOrder']['tenders'][number];

export type TenderKind = Tender['kind'];

/** How a sale stands against its tenders, as the main process calculates it. */
export type PaymentState = Outputs['sales']['previewPayment'];

/**
 * The tender that a key stands for: the amount typed, or when none was, all that is left (in cash, as coins
 * can pay it, which may be nothing).
 *
 * @returns null when there is no tender to add: nothing is left, or nothing was typed of what is
 */
export function nextTender(kind: TenderKind, typedMinor: number | null, state: PaymentState): Tender | null {
  const leftMinor = kind === 'cash' ? state.cashRemainingMinor : state.cardRemainingMinor;
  const amountMinor = typedMinor ?? leftMinor;
  const coinsPayNothing = kind === 'cash' && leftMinor === 0 && state.remainingMinor > 0;
  return amountMinor > 0 || coinsPayNothing ? { kind, amountMinor } : null;
}

/** Why a card cannot be taken: nothing is left that it could pay, or more was typed than that; null where it can. */
export function whyNoCard(
  { cardRemainingMinor }: PaymentState,
  typedMinor: number | null,
): 'cardNothing' | 'cardAtMost' | null {
  if (cardRemainingMinor === 0) return 'cardNothing';
  return typedMinor !== null && typedMinor > cardRemainingMinor ? 'cardAtMost' : null;
}

/** The notes worth a key of their own: more than is left, since what is left exactly is Enter's. */
export function noteKeys(state: PaymentState, most: number): number[] {
  return state.likelyNotesMinor.filter((noteMinor) => noteMinor > state.cashRemainingMinor).slice(0, most);
}
