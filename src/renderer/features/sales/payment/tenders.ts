import type { Inputs, Outputs } from '#shared/contract/index';

export type Tender = Inputs['sales']['completeTicket']['tenders'] extends infer List | undefined
  ? List extends readonly (infer One)[]
    ? One
    : never
  : never;

export type TenderKind = Tender['kind'];

/** How a sale stands against its tenders, as the main process reckons it. */
export type PaymentState = Outputs['sales']['previewPayment'];

/** Whether nothing is left to take: at once the change is known too. */
export function isSettled(state: Pick<PaymentState, 'remainingMinor' | 'cashRemainingMinor'>): boolean {
  return state.remainingMinor === 0 || state.cashRemainingMinor === 0;
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
