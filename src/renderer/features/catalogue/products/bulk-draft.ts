import type { Inputs } from '#shared/contract/index';
import { mulDivRound } from '#shared/kernel/money';
import { FULL_MILLI_PERCENT } from '#shared/kernel/rate';

type BulkChange = Inputs['catalogue']['changeProducts']['change'];

/** The form values of a bulk change; only the fields for `what` apply. */
export interface BulkDraft {
  /** null until it is chosen, so that a key pressed too early changes nothing. */
  what: BulkChange['what'] | null;
  categoryId: number | null;
  status: Extract<BulkChange, { what: 'status' }>['status'];
  taxRateMilliPercent: number | null;
  /** 10_000 raises prices by 10 %. */
  raiseMilliPercent: number | null;
}

/** The change as call input, or null while something is missing or nothing would change. */
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

/** A price raised by a percentage, rounded as the store rounds it. */
export function examplePrice(priceMinor: number, raiseMilliPercent: number): number {
  return mulDivRound(priceMinor, FULL_MILLI_PERCENT + raiseMilliPercent, FULL_MILLI_PERCENT);
}
