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
  /** The batch of its last scan. */
  batch: ScannedBatch | null;
}

interface OpenAction {
  action: StockAction;
  entered: Entered;
  /** How much of the quantity was counted by scanning. */
  countedMilli: number;
}

/** The state of the look-up page and its log. */
export interface LookUpState {
  shown: Shown | null;
  /** The action being entered for the shown product. */
  open: OpenAction | null;
  log: readonly NumberedEntry[];
}

/** The context of a look-up. */
interface Way {
  code: string;
  /** The name of the product shown before. */
  nameShown: string;
}

/** The state with an entry in its log. */
export function noted(state: LookUpState, entry: LogEntry): LookUpState {
  return { ...state, log: logged(state.log, entry) };
}

/**
 * The state after a failed scan. The previous product is no longer shown, so that no action hits the wrong product,
 * unless something was typed for it. An open action waits for the next product.
 */
export function withFailure(state: LookUpState, code: string, error: unknown): LookUpState {
  const { shown, open } = state;
  const isKept = open !== null && isTyped(open.entered);
  return noted({ ...state, shown: isKept ? shown : null }, { kind: 'failed', code, error });
}

/**
 * The state after a scan of goods. Without an open action, the product is shown. With one, a scan of the same product
 * adds its quantity, which must be typed if the code does not contain it. A scan of another product is not taken if
 * it would discard typed input; otherwise the open action moves to that product.
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
 * Moves an open action without typed input to another product. Chosen locations are kept, except for starting stock,
 * where the location is chosen for each product.
 */
function takenOver({ action, entered }: OpenAction, { product }: ScannedGoods): OpenAction | null {
  const needsStock = isOfEntry(action) || takesAway(action);
  if (needsStock && !product.onHandMilli) return null;
  const { locationId, toLocationId } = entered.changes;
  const changes = action === 'opening' ? {} : given({ locationId, toLocationId });
  return {
    action,
    entered: { quantityMilli: null, changes },
    countedMilli: 0,
  };
}

/**
 * The state after a scan of a location. It becomes the current location; during a transfer with a source, it becomes
 * the destination instead.
 * @param hereId the previous current location
 * @returns the state, and whether the scanned location is now the current one
 */
export function withLocation(
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

/** Shows a chosen product; input for another product is logged as unsaved. */
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

/** Drops undefined fields. */
function given(
  changes: { [Field in keyof ActionDraft]?: ActionDraft[Field] | undefined },
): Partial<ActionDraft> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}
