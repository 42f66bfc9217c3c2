import type { Inputs } from '#shared/contract/index';
import { mulDivRound } from '#shared/kernel/money';
import { FULL_MILLI_PERCENT } from '#shared/kernel/rate';

export type BulkChange = Inputs['catalogue']['changeProducts']['change'];

/** What is chosen for several products; the part that `what` names counts. */
export interface BulkDraft {
  /** null until it is chosen: nothing is changed by a key pressed too early. */
  what: BulkChange['what'] | null;
  categoryId: number | null;
  status: Extract<BulkChange, { what: 'status' }>['status'];
  taxRateMilliPercent: number | null;
  /** 10_000 raises prices by 10 %. */
  raiseMilliPercent: number | null;
}

/** The change as the call takes it, or null while something is missing or nothing would change. */
export function bulkChange({
  what,
  categoryId,
  status,
  taxRateMilliPercent,
  raiseMilliPercent,
}: BulkDraft): BulkChange | null {
  switch (what) {
    case null:
      return null;
    case 'category':
      return { what, categoryId };
    case 'status':
      return { what, status };
    case 'taxRate':
      return taxRateMilliPercent === null ? null : { what, taxRateMilliPercent };
    case 'pricePercent':
      return raiseMilliPercent === null || raiseMilliPercent === 0 ? null : { what, raiseMilliPercent };
  }
}

/** What becomes of a price by a percentage, rounded as the store does. */
export function examplePrice(priceMinor: number, raiseMilliPercent: number): number {
  return mulDivRound(priceMinor, FULL_MILLI_PERCENT + raiseMilliPercent, FULL_MILLI_PERCENT);
}
