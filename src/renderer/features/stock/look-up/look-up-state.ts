import type { Scanned } from '#shared/contract/scanning';
import type { Location } from '#shared/contract/stock';
import {
  type ActionDraft,
  type Entered,
  isOfEntry,
  isTyped,
  NOTHING_ENTERED,
  type ScannedBatch,
  type StockAction,
  takesAway,
} from '../actions/stock-action';
import { type LogEntry, logged, type NumberedEntry } from './look-up-log';

export type ScannedGoods = Extract<Scanned, { kind: 'product' }>;

interface Shown {
  productId: number;
  /** What the last scan of it said. */
  batch: ScannedBatch | null;
}

interface OpenAction {
  action: StockAction;
  entered: Entered;
  /** How much of the quantity was counted by scanning. */
  countedMilli: number;
}

/** What the look-up page shows, and what happened on it. */
export interface LookUpState {
  shown: Shown | null;
  /** What is being entered for the product that is shown. */
  open: OpenAction | null;
  log: readonly NumberedEntry[];
}

/** How something was looked up. */
interface Way {
  code: string;
  /** The name of the product that is shown before. */
  nameShown: string;
}

/** The state with an entry in its log. */
export function noted(state: LookUpState, entry: LogEntry): LookUpState {
  return { ...state, log: logged(state.log, entry) };
}

/**
 * A scan that nothing came of. The product before it is no longer shown, so that nothing is done to the wrong one,
 * unless something was typed for it; an action that is open waits for the next product.
 */
export function withFailure(state: LookUpState, code: string, error: unknown): LookUpState {
  const { shown, open } = state;
  const isKept = open !== null && isTyped(open.entered);
  return noted({ ...state, shown: isKept ? shown : null }, { kind: 'failed', code, error });
}

/**
 * Takes a scan of goods. They are shown, unless something is being entered: of the same product the scan adds its
 * quantity, which has to be typed where the code does not say it; of another it is not taken where that would lose
 * what was typed, else what is being entered goes over to it.
 */
export function withGoods(state: LookUpState, goods: ScannedGoods, { code, nameShown }: Way): LookUpState {
  const { shown, open } = state;
  const { product, batch } = goods;
  const isTheSame = shown?.productId === product.id;
  if (open && isTyped(open.entered)) {
    const { action, entered } = open;
    const notTaken = (why: 'otherProduct' | 'otherBatch', of: string): LookUpState =>
      noted(state, { kind: 'notTaken', name: product.name, hindrance: { why, action, of } });
    if (!isTheSame) return notTaken('otherProduct', nameShown);
    const entering = entered.changes.batchNumber ?? shown.batch?.number ?? '';
    if (batch && batch.number !== entering) return notTaken('otherBatch', entering);
  }
  if (open && isTheSame) {
    const known = { ...state, shown: { ...shown, batch: batch ?? shown.batch } };
    const { quantityMilli } = goods;
    if (quantityMilli !== null) return { ...known, open: counted(open, quantityMilli) };
    return noted(known, { kind: 'notTaken', name: product.name, hindrance: { why: 'noQuantity' } });
  }
  const next = { productId: product.id, batch };
  const found = { kind: 'found' as const, productId: product.id, name: product.name, code };
  return noted({ ...state, shown: next, open: open && takenOver(open, goods) }, found);
}

function counted(open: OpenAction, quantityMilli: number): OpenAction {
  const entered = {
    ...open.entered,
    quantityMilli: (open.entered.quantityMilli ?? 0) + quantityMilli,
  };
  return { ...open, entered, countedMilli: open.countedMilli + quantityMilli };
}

/**
 * An action that was opened for one product and not typed into, for another: chosen locations stay, but where
 * stock begins is chosen for each product alone.
 */
function takenOver({ action, entered }: OpenAction, { product }: ScannedGoods): OpenAction | null {
  const needsStock = isOfEntry(action) || takesAway(action);
  if (needsStock && !product.onHandMilli) return null;
  const { locationId, toLocationId } = entered.changes;
  const changes = action === 'begin' ? {} : given({ locationId, toLocationId });
  return {
    action,
    entered: { quantityMilli: null, changes },
    countedMilli: 0,
  };
}

/**
 * Takes a scan of a place. It is where one is; where goods are being moved from a place already, it is where
 * they go.
 * @param hereId where one was before
 * @returns also whether one is there now
 */
export function withPlace(
  state: LookUpState,
  { id, name, closedAt }: Location,
  hereId: number | null,
): { state: LookUpState; isHere: boolean } {
  if (closedAt !== null) {
    return { state: noted(state, { kind: 'notTaken', name, hindrance: { why: 'closed' } }), isHere: false };
  }
  const { open } = state;
  const fromId = open?.entered.changes.locationId ?? hereId;
  const isDestination = open !== null && open.action === 'transfer' && fromId !== null && fromId !== id;
  const scanned = noted(state, { kind: 'place', name, isDestination });
  if (!open) return { state: scanned, isHere: true };
  const { locationId, entryId, batchId, toLocationId, ...others } = open.entered.changes;
  const changes = isDestination
    ? given({ ...others, locationId, batchId, toLocationId: id })
    : given({ ...others, toLocationId: toLocationId === id ? undefined : toLocationId });
  const entered = { ...open.entered, changes };
  return { state: { ...scanned, open: { ...open, entered } }, isHere: !isDestination };
}

/** Shows a product that somebody chose; what was typed for another is listed as left. */
export function withChosen(
  state: LookUpState,
  { id, name }: { id: number; name: string },
  { code, nameShown }: Way,
): LookUpState {
  const isTheSame = state.shown?.productId === id;
  const before = isTheSame ? state : withActionLeft(state, nameShown);
  const shown = isTheSame ? state.shown : { productId: id, batch: null };
  return noted({ ...before, shown }, { kind: 'found', productId: id, name, code });
}

function withActionLeft({ shown, open, log }: LookUpState, name: string): LookUpState {
  const left = { shown, open: null, log };
  if (!(open && shown && isTyped(open.entered))) return left;
  return noted(left, { kind: 'unsaved', productId: shown.productId, name, action: open.action });
}

export function withAction(state: LookUpState, action: StockAction): LookUpState {
  return { ...state, open: { action, entered: NOTHING_ENTERED, countedMilli: 0 } };
}

export function withEntered(state: LookUpState, entered: Entered): LookUpState {
  return { ...state, open: state.open && { ...state.open, entered } };
}

export function withoutAction(state: LookUpState): LookUpState {
  return { ...state, open: null };
}

/** Only what was given. */
function given(
  changes: { [Field in keyof ActionDraft]?: ActionDraft[Field] | undefined },
): Partial<ActionDraft> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}
