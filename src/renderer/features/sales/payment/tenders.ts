import type { Inputs, Outputs } from '#shared/contract/index';

export type Tender = Inputs['sales']['payOrder']['tenders'][number];

export type TenderKind = Tender['kind'];

/** How a sale stands against its tenders, as the main process reckons it. */
export type PaymentState = Outputs['sales']['previewPayment'];

/** Whether tenders pay a sale in full. What coins cannot pay needs no tender at all. */
export function isSettled(
  state: Pick<PaymentState, 'remainingMinor' | 'cashRemainingMinor'>,
  tenders: readonly Tender[],
): boolean {
  return state.remainingMinor === 0 || (tenders.length === 0 && state.cashRemainingMinor === 0);
}

/**
 * The tender that a key stands for: the amount typed, or when none was, all that is left (in cash, as coins
 * can pay it).
 *
 * @returns null when nothing is left, so that there is no tender to add
 */
export function nextTender(kind: TenderKind, typedMinor: number | null, state: PaymentState): Tender | null {
  const leftMinor = kind === 'cash' ? state.cashRemainingMinor : state.remainingMinor;
  const amountMinor = typedMinor ?? leftMinor;
  return amountMinor > 0 ? { kind, amountMinor } : null;
}

/** The notes worth a key of their own: more than is left, since what is left exactly is Enter's. */
export function noteKeys(state: PaymentState, most: number): number[] {
  return state.likelyNotesMinor.filter((noteMinor) => noteMinor > state.cashRemainingMinor).slice(0, most);
}
