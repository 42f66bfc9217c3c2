import type { OutstandingLine } from '#shared/contract/issues';
import type { Scanned } from '#shared/contract/scanning';
import type { CostInput, Location, StockEntry } from '#shared/contract/stock';

/** The manual actions on a product's stock. */
const STOCK_ACTIONS = ['receive', 'adjust', 'waste', 'opening', 'transfer', 'issue', 'return'] as const;
export type StockAction = (typeof STOCK_ACTIONS)[number];

/** A batch that a scanned code names. */
export type ScannedBatch = NonNullable<Extract<Scanned, { kind: 'product' }>['batch']>;

/** A batch id, null for goods without a batch, or `any` for earliest expiry first. */
type BatchChoice = number | null | 'any';

/** The input of an action; each action uses a part of it. */
export interface ActionDraft {
  /** Where goods are received or returned to, where stock is started, or where goods leave. */
  locationId: number | null;
  /** The entry that is adjusted or written off. */
  entryId: number | null;
  /** The batch that leaves. */
  batchId: BatchChoice;
  /** The destination of a transfer. */
  toLocationId: number | null;
  /** The person goods are issued to. */
  holderName: string;
  /** The issue line that is returned. */
  issueLineId: number | null;
  batchNumber: string;
  /** As YYYY-MM-DD. */
  expiresOn: string | null;
  /** The cost of incoming goods; null if it is not given. */
  cost: CostInput | 'unreadable' | null;
  reason: string;
}

/** What a person entered: the quantity, and their changes to the proposal. */
export interface Entered {
  quantityMilli: number | null;
  changes: Partial<ActionDraft>;
}

export const NOTHING_ENTERED: Entered = { quantityMilli: null, changes: {} };

/** The fields that are chosen, not typed; losing only a choice is acceptable. */
const CHOSEN: readonly (keyof ActionDraft)[] = [
  'locationId',
  'entryId',
  'batchId',
  'toLocationId',
  'issueLineId',
];

/** Whether anything was counted or typed that must not be lost. */
export function isTyped({ quantityMilli, changes }: Entered): boolean {
  const changed = Object.keys(changes) as (keyof ActionDraft)[];
  return quantityMilli !== null || changed.some((field) => !CHOSEN.includes(field));
}

/** The data an action's choices come from. */
export interface ActionChoices {
  /** The product's stock by location and batch. */
  entries: readonly StockEntry[];
  places: readonly Location[];
  /** What is issued and not yet returned. */
  outstanding: readonly OutstandingLine[];
}

/** The context that determines the proposal. */
export interface Meant {
  /** The entry that was chosen. */
  entryId?: number | undefined;
  /** The person's current location; it takes precedence. */
  hereId?: number | null | undefined;
  /** Where goods were last received. */
  lastLocationId?: number | undefined;
  /** The issue line to return. */
  issueLineId?: number | null | undefined;
  batch?: ScannedBatch | null | undefined;
}

/** Whether an action changes an existing entry, and so needs one. */
export function isOfEntry(action: StockAction): boolean {
  return action === 'adjust' || action === 'waste';
}

/** Whether an action takes goods from a location, and so needs available stock there. */
export function takesAway(action: StockAction): boolean {
  return action === 'transfer' || action === 'issue';
}

/** What an action needs before it is possible. */
export function needOf(action: StockAction): 'stock' | 'available' | 'issued' {
  if (action === 'return') return 'issued';
  return takesAway(action) ? 'available' : 'stock';
}

/** Whether there is any stock or issue line that the action can apply to. */
export function isPossible(action: StockAction, { entries, outstanding }: ActionChoices): boolean {
  if (isOfEntry(action)) return entries.length > 0;
  if (takesAway(action)) return entries.some(({ availableMilli }) => availableMilli > 0);
  return action !== 'return' || outstanding.length > 0;
}

/**
 * The initial values of the form. Entry: the chosen one, else that of the scanned batch, else the one with the most
 * stock; with a current location, the latter two only there. Location: that of the chosen entry, else the current
 * one, else where goods were last received, else that of the entry, else the first open one.
 */
export function firstDraft(
  { entries, places }: Omit<ActionChoices, 'outstanding'>,
  meant: Meant,
): ActionDraft {
  const { hereId = null, batch } = meant;
  const open = places.filter(({ closedAt }) => closedAt === null);
  const isHere = open.some(({ id }) => id === hereId);
  const fullest = entries
    .filter(({ locationId }) => !isHere || locationId === hereId)
    .toSorted((one, other) => other.onHandMilli - one.onHandMilli);
  const entry =
    entries.find(({ id }) => id === meant.entryId) ??
    fullest.find(({ batchNumber }) => batch && batchNumber === batch.number) ??
    fullest[0];
  const wished = [meant.entryId && entry?.locationId, hereId, meant.lastLocationId, entry?.locationId];
  const place = wished.flatMap((id) => open.filter((location) => location.id === id))[0] ?? open[0];
  const received = meant.entryId ? asBatch(entry) : batch;
  return {
    locationId: place?.id ?? null,
    entryId: entry?.id ?? null,
    batchId: batch && entry?.batchNumber === batch.number ? entry.batchId : 'any',
    toLocationId: null,
    holderName: '',
    issueLineId: null,
    batchNumber: received?.number ?? '',
    expiresOn: received?.expiresOn ?? null,
    cost: null,
    reason: '',
  };
}

function asBatch(entry: StockEntry | undefined): ScannedBatch | null {
  return entry?.batchNumber ? { number: entry.batchNumber, expiresOn: entry.expiresOn } : null;
}

/** The values an action's form proposes initially. */
export function proposalOf(action: StockAction, choices: ActionChoices, meant: Meant): ActionDraft {
  if (action === 'opening') {
    const wished = locationWithoutStock(choices, meant);
    const isFree = locationsWithoutStock(choices).some(({ id }) => id === wished?.id);
    return { ...firstDraft(choices, meant), locationId: isFree && wished ? wished.id : null };
  }
  if (action === 'return') return firstReturn(choices, meant);
  if (!takesAway(action)) return firstDraft(choices, meant);
  const draft = firstDraft(choices, { ...meant, lastLocationId: undefined });
  const isThere = sourcesOf(choices.entries).some(({ locationId }) => locationId === draft.locationId);
  const locationId = isThere ? draft.locationId : null;
  return { ...draft, locationId, toLocationId: destinationFor(choices.places, locationId)?.id ?? null };
}

/** Proposes the line that has been out longest, to be returned to the current location, else to where it left. */
function firstReturn({ outstanding, ...choices }: ActionChoices, meant: Meant): ActionDraft {
  const line = outstanding.find(({ issueLineId }) => issueLineId === meant.issueLineId) ?? outstanding[0];
  const draft = firstDraft(choices, { ...meant, lastLocationId: line?.location.id });
  return { ...draft, issueLineId: line?.issueLineId ?? null };
}

/** The proposed destination: the selling location, or else the only other location. */
function destinationFor(places: readonly Location[], fromId: number | null): Location | undefined {
  const others = places.filter(({ id, closedAt }) => closedAt === null && id !== fromId);
  return (
    others.find(({ isSellingLocation }) => isSellingLocation) ?? (others.length === 1 ? others[0] : undefined)
  );
}

/** Where stock would be started: the current location, else the selling location. */
function locationWithoutStock(
  { places }: Pick<ActionChoices, 'places'>,
  { hereId }: Meant,
): Location | undefined {
  const open = places.filter(({ closedAt }) => closedAt === null);
  return open.find(({ id }) => id === hereId) ?? open.find(({ isSellingLocation }) => isSellingLocation);
}

/** The location proposed for starting stock if the product already has stock there, so another must be chosen. */
export function stockedLocation(choices: ActionChoices, meant: Meant): Location | undefined {
  const wished = locationWithoutStock(choices, meant);
  return choices.entries.some(({ locationId }) => locationId === wished?.id) ? wished : undefined;
}

/** The open locations where a product has no stock yet. */
export function locationsWithoutStock({
  entries,
  places,
}: Pick<ActionChoices, 'entries' | 'places'>): Location[] {
  return places.filter(
    ({ id, closedAt }) => closedAt === null && !entries.some(({ locationId }) => locationId === id),
  );
}

/** Goods that can leave a location: of any batch, or of one. */
export interface Source {
  locationId: number;
  locationName: string;
  batchId: BatchChoice;
  batchNumber: string | null;
  availableMilli: number;
}

/** The sources for goods: each location as a whole, followed by its batches if it has several entries. */
export function sourcesOf(entries: readonly StockEntry[]): Source[] {
  const there = entries.filter(({ availableMilli }) => availableMilli > 0);
  const locationIds = new Set(there.map(({ locationId }) => locationId));
  return [...locationIds].flatMap((id) => {
    const lying = there.filter(({ locationId }) => locationId === id);
    const availableMilli = lying.reduce((sum, entry) => sum + entry.availableMilli, 0);
    const all = lying.slice(0, 1).map(({ locationName, batchNumber }) => ({
      locationId: id,
      locationName,
      batchId: 'any' as const,
      batchNumber: lying.length === 1 ? batchNumber : null,
      availableMilli,
    }));
    return lying.length === 1 ? all : [...all, ...lying];
  });
}

/** A field without which an action cannot be done. */
type NeededField = 'quantity' | 'location' | 'toLocation' | 'holder' | 'issueLine' | 'reason';

/** The fields of an action that still have to be filled in; the store checks again. */
export function missingOf(
  action: StockAction,
  draft: ActionDraft,
  quantityMilli: number | null,
): NeededField[] {
  const ofEntry = isOfEntry(action);
  const isMissing: Record<NeededField, boolean> = {
    quantity: quantityMilli === null || (quantityMilli <= 0 && action !== 'adjust'),
    location: (ofEntry ? draft.entryId : draft.locationId) === null,
    toLocation:
      action === 'transfer' && (draft.toLocationId === null || draft.toLocationId === draft.locationId),
    holder: action === 'issue' && draft.holderName.trim() === '',
    issueLine: action === 'return' && draft.issueLineId === null,
    reason: ofEntry && draft.reason.trim() === '',
  };
  const fields = Object.keys(isMissing) as NeededField[];
  return fields.filter((field) => isMissing[field]);
}

/** Whether all fields an action needs are filled in and readable. */
export function isComplete(action: StockAction, draft: ActionDraft, quantityMilli: number | null): boolean {
  const isReadable = isOfEntry(action) || draft.cost !== 'unreadable';
  return isReadable && missingOf(action, draft, quantityMilli).length === 0;
}

/** The message for each missing field. */
export type FieldErrors = Partial<Record<NeededField, string>>;

/** The cost for the call; undefined if it is not given. */
export function costOf({ cost }: ActionDraft): CostInput | undefined {
  return cost === null || cost === 'unreadable' ? undefined : cost;
}

/** The batch for the call; null without a number. */
export function batchOf({ batchNumber, expiresOn }: ActionDraft) {
  return batchNumber.trim() === '' ? null : { number: batchNumber, expiresOn };
}
