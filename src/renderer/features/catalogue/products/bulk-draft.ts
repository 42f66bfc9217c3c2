import type { Inputs } from '#shared/contract/index';
import { mulDivRound } from '#shared/kernel/money';

export type BulkChange = Inputs['catalogue']['changeProducts']['change'];

/** What is chosen for several products; the part that `what` names counts. */
export interface BulkDraft {
  /** null until it is chosen: nothing is changed by a key pressed too early. */
  what: BulkChange['what'] | null;
  categoryId: number | null;
  status: Extract<BulkChange, { what: 'status' }>['status'];
  taxRateBp: number | null;
  /** 1000 raises prices by 10 %. */
  percentBp: number | null;
}

const WHOLE_BP = 10_000;

/** The change as the call takes it, or null while something is missing or nothing would change. */
export function bulkChange({ what, categoryId, status, taxRateBp, percentBp }: BulkDraft): BulkChange | null {
  switch (what) {
    case null:
      return null;
    case 'category':
      return { what, categoryId };
    case 'status':
      return { what, status };
    case 'taxRate':
      return taxRateBp === null ? null : { what, taxRateBp };
    case 'pricePercent':
      return percentBp === null || percentBp === 0 || percentBp < -WHOLE_BP ? null : { what, percentBp };
  }
}

/** What becomes of a price by a percentage, rounded as the store does. */
export function examplePrice(priceMinor: number, percentBp: number): number {
  return percentBp < -WHOLE_BP ? 0 : mulDivRound(priceMinor, WHOLE_BP + percentBp, WHOLE_BP);
}
