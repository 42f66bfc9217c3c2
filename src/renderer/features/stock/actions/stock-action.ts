import type { OutstandingLine } from '#shared/contract/issues';
import type { Scanned } from '#shared/contract/scanning';
import type { CostInput, Location, StockEntry } from '#shared/contract/stock';

/** What can be done with a product's stock by hand. */
const STOCK_ACTIONS = ['receive', 'adjust', 'waste', 'begin', 'transfer', 'issue', 'return'] as const;
export type StockAction = (typeof STOCK_ACTIONS)[number];

/** A batch that a scanned code names. */
export type ScannedBatch = NonNullable<Extract<Scanned, { kind: 'product' }>['batch']>;

/** A batch by its id, what has none, or whichever expires first. */
export type BatchChoice = number | null | 'any';

/** What is entered for an action; each uses its own part. */
export interface ActionDraft {
  /** Where goods come in or back, where stock begins, or where goods leave. */
  locationId: number | null;
  /** What is adjusted or thrown away. */
  entryId: number | null;
  /** Which of the goods leave. */
  batchId: BatchChoice;
  /** Where goods go that leave. */
  toLocationId: number | null;
  /** Who gets goods for use. */
  holderName: string;
  /** What of that comes back. */
  issueLineId: number | null;
  batchNumber: string;
  /** As YYYY-MM-DD. */
  expiresOn: string | null;
  /** What goods that come in cost; null where nobody says. */
  cost: CostInput | 'unreadable' | null;
  reason: string;
}

/** What somebody entered: the quantity, and what they changed of what was proposed. */
export interface Entered {
  quantityMilli: number | null;
  changes: Partial<ActionDraft>;
}

export const NOTHING_ENTERED: Entered = { quantityMilli: null, changes: {} };

/** What is chosen and not typed: a choice alone is no loss. */
const CHOSEN: readonly (keyof ActionDraft)[] = [
  'locationId',
  'entryId',
  'batchId',
  'toLocationId',
  'issueLineId',
];

/** Whether anything was counted or typed that would be a loss. */
export function isTyped({ quantityMilli, changes }: Entered): boolean {
  const changed = Object.keys(changes) as (keyof ActionDraft)[];
  return quantityMilli !== null || changed.some((field) => !CHOSEN.includes(field));
}

/** What an action chooses from. */
export interface ActionChoices {
  /** Where the product lies. */
  entries: readonly StockEntry[];
  places: readonly Location[];
  /** What of it is out with whom. */
  outstanding: readonly OutstandingLine[];
}

/** What is meant before anything is entered. */
export interface Meant {
  /** The entry that was chosen. */
  entryId?: number | undefined;
  /** Where somebody is: it goes before anything else. */
  hereId?: number | null | undefined;
  /** Where goods came in last. */
  lastPlaceId?: number | undefined;
  /** What comes back. */
  issueLineId?: number | null | undefined;
  batch?: ScannedBatch | null | undefined;
}

/** Whether an action is about an entry that is there, and so needs one. */
export function isOfEntry(action: StockAction): boolean {
  return action === 'adjust' || action === 'waste';
}

/** Whether an action takes goods away from a place, and so needs some to be there. */
export function takesAway(action: StockAction): boolean {
  return action === 'transfer' || action === 'issue';
}

/** Whether there is anything that an action could be done with. */
export function isPossible(action: StockAction, { entries, outstanding }: ActionChoices): boolean {
  if (isOfEntry(action)) return entries.length > 0;
  if (takesAway(action)) return entries.some(({ availableMilli }) => availableMilli > 0);
  return action !== 'return' || outstanding.length > 0;
}

/**
 * What stands in the form at first. An entry: the one that is meant, else the fullest where one is, else the
 * fullest anywhere. A place: where one is, else where the product lies for what leaves, else where goods came
 * in last, else the first that is open. Who is somewhere means nothing that lies elsewhere.
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
  const wished = [meant.entryId && entry?.locationId, hereId, meant.lastPlaceId, entry?.locationId];
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

/** What an action's form proposes at first. */
export function proposalOf(action: StockAction, choices: ActionChoices, meant: Meant): ActionDraft {
  if (action === 'begin') {
    const wished = placeToBegin(choices, meant);
    const isFree = placesToBegin(choices).some(({ id }) => id === wished?.id);
    return { ...firstDraft(choices, meant), locationId: isFree && wished ? wished.id : null };
  }
  if (action === 'return') return firstReturn(choices, meant);
  if (!takesAway(action)) return firstDraft(choices, meant);
  const draft = firstDraft(choices, { ...meant, lastPlaceId: undefined });
  const isThere = sourcesOf(choices.entries).some(({ locationId }) => locationId === draft.locationId);
  const locationId = isThere ? draft.locationId : null;
  return { ...draft, locationId, toLocationId: placeToGo(choices.places, locationId)?.id ?? null };
}

/** What has been out longest comes back first: to where one is, else to the place it left. */
function firstReturn({ outstanding, ...choices }: ActionChoices, meant: Meant): ActionDraft {
  const line = outstanding.find(({ issueLineId }) => issueLineId === meant.issueLineId) ?? outstanding[0];
  const draft = firstDraft(choices, { ...meant, lastPlaceId: line?.location.id });
  return { ...draft, issueLineId: line?.issueLineId ?? null };
}

/** Goods go to the place the till sells from, or to the only other one. */
function placeToGo(places: readonly Location[], fromId: number | null): Location | undefined {
  const others = places.filter(({ id, closedAt }) => closedAt === null && id !== fromId);
  return (
    others.find(({ isSellingLocation }) => isSellingLocation) ?? (others.length === 1 ? others[0] : undefined)
  );
}

/** Where stock would begin: where one is, else where the till sells from. */
function placeToBegin({ places }: Pick<ActionChoices, 'places'>, { hereId }: Meant): Location | undefined {
  const open = places.filter(({ closedAt }) => closedAt === null);
  return open.find(({ id }) => id === hereId) ?? open.find(({ isSellingLocation }) => isSellingLocation);
}

/** The place where stock would begin, if the product has some there already: another one has to be chosen. */
export function stockedPlace(choices: ActionChoices, meant: Meant): Location | undefined {
  const wished = placeToBegin(choices, meant);
  return choices.entries.some(({ locationId }) => locationId === wished?.id) ? wished : undefined;
}

/** The open places where a product has no stock yet. */
export function placesToBegin({ entries, places }: Pick<ActionChoices, 'entries' | 'places'>): Location[] {
  return places.filter(
    ({ id, closedAt }) => closedAt === null && !entries.some(({ locationId }) => locationId === id),
  );
}

/** Goods that can leave a place: of any batch, or of one. */
export interface Source {
  locationId: number;
  locationName: string;
  batchId: BatchChoice;
  batchNumber: string | null;
  availableMilli: number;
}

/** What can leave where: all of a place first, then each of its batches where it has several entries. */
export function sourcesOf(entries: readonly StockEntry[]): Source[] {
  const there = entries.filter(({ availableMilli }) => availableMilli > 0);
  const placeIds = new Set(there.map(({ locationId }) => locationId));
  return [...placeIds].flatMap((id) => {
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

/** Which fields of an action still have to be filled in; the store has the last word. */
export function missingOf(
  action: StockAction,
  draft: ActionDraft,
  quantityMilli: number | null,
): NeededField[] {
  const ofEntry = isOfEntry(action);
  const mayBeZero = action === 'adjust' || action === 'begin';
  const isMissing: Record<NeededField, boolean> = {
    quantity: quantityMilli === null || (quantityMilli <= 0 && !mayBeZero),
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

/** Whether all is there that an action needs, and can be read. */
export function isComplete(action: StockAction, draft: ActionDraft, quantityMilli: number | null): boolean {
  const isReadable = isOfEntry(action) || draft.cost !== 'unreadable';
  return isReadable && missingOf(action, draft, quantityMilli).length === 0;
}

/** What is said at each field that has to be filled in first. */
export type FieldErrors = Partial<Record<NeededField, string>>;

/** A cost as the calls take it: left out where nobody says. */
export function costOf({ cost }: ActionDraft): CostInput | undefined {
  return cost === null || cost === 'unreadable' ? undefined : cost;
}

/** A batch as the calls take it: none without a number. */
export function batchOf({ batchNumber, expiresOn }: ActionDraft) {
  return batchNumber.trim() === '' ? null : { number: batchNumber, expiresOn };
}
