import type { Location, StockEntry } from '#shared/contract/stock';

/** What can be done with a product's stock by hand. */
export const STOCK_ACTIONS = ['receive', 'adjust', 'waste', 'begin'] as const;
export type StockAction = (typeof STOCK_ACTIONS)[number];

/** What is entered for an action; each uses its own part. */
export interface ActionDraft {
  /** Where goods come in or stock begins. */
  locationId: number | null;
  /** What is adjusted or thrown away. */
  entryId: number | null;
  batchNumber: string;
  /** As YYYY-MM-DD. */
  expiresOn: string | null;
  unitCostMinor: number | null;
  reason: string;
}

/** Whether an action is about an entry that is there, and so needs one. */
export function isOfEntry(action: StockAction): boolean {
  return action === 'adjust' || action === 'waste';
}

/**
 * What stands in the form at first: the entry that is meant, else the fullest one; the place where the
 * product lies, else where goods came in last, else the first that is open.
 */
export function firstDraft(
  entries: readonly StockEntry[],
  places: readonly Location[],
  meant: { entryId?: number | undefined; locationId?: number | undefined },
): ActionDraft {
  const fullest = entries.toSorted((one, other) => other.onHandMilli - one.onHandMilli)[0];
  const entry = entries.find(({ id }) => id === meant.entryId) ?? fullest;
  const wished = [
    meant.entryId === undefined ? undefined : entry?.locationId,
    meant.locationId,
    entry?.locationId,
  ];
  const open = places.filter(({ closedAt }) => closedAt === null);
  const place = wished.flatMap((id) => open.filter((location) => location.id === id))[0] ?? open[0];
  return {
    locationId: place?.id ?? null,
    entryId: entry?.id ?? null,
    batchNumber: meant.entryId === undefined ? '' : (entry?.batchNumber ?? ''),
    expiresOn: meant.entryId === undefined ? null : (entry?.expiresOn ?? null),
    unitCostMinor: null,
    reason: '',
  };
}

/** The open places where a product has no stock yet. */
export function placesToBegin(entries: readonly StockEntry[], places: readonly Location[]): Location[] {
  return places.filter(
    ({ id, closedAt }) => closedAt === null && !entries.some(({ locationId }) => locationId === id),
  );
}

/** Whether all is there that an action needs; the store has the last word. */
export function isComplete(action: StockAction, draft: ActionDraft, quantityMilli: number | null): boolean {
  if (quantityMilli === null) return false;
  if (isOfEntry(action)) {
    const enough = action === 'adjust' || quantityMilli > 0;
    return draft.entryId !== null && draft.reason.trim() !== '' && enough;
  }
  return draft.locationId !== null && (action === 'begin' || quantityMilli > 0);
}

/** A batch as the calls take it: none without a number. */
export function batchOf({ batchNumber, expiresOn }: ActionDraft) {
  return batchNumber.trim() === '' ? null : { number: batchNumber, expiresOn };
}
