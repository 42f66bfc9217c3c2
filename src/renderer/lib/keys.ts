import { useEffect, useId } from 'react';

/**
 * A key or combination as shown on a button. Plain letters and digits, F8, Ctrl+], Ctrl+J and Ctrl+M are reserved
 * for scanners.
 */
export type KeyName = `F${number}` | `Ctrl+${string}` | 'Escape' | 'Enter' | 'Insert' | 'Delete';

/** A key's name as printed on keyboards: Escape is Esc, Delete is Del. */
export function keyCap(keys: KeyName): string {
  return keys.replace('Escape', 'Esc').replace('Delete', 'Del').replace('Insert', 'Ins');
}

export interface PageKey {
  keys: KeyName;
  /** What the key does, as on its button. */
  label: string;
  run: () => void;
  disabled?: boolean;
  /** Whether a key of the `everywhere` layer also works over an open dialog, such as the one that locks the till. */
  inDialogs?: boolean;
}

/**
 * The layers of a window's keys, highest priority first: the lock screen, an open dialog, the page, and the keys
 * that work everywhere.
 */
export type KeyLayer = 'lock' | 'dialog' | 'page' | 'everywhere';

interface Registration {
  id: string;
  layer: KeyLayer;
  keys: readonly PageKey[];
}

let registrations: readonly Registration[] = [];

/** Registers a component for keys, in the order of mounting. Returns a function that removes it. */
function takePlace(id: string, layer: KeyLayer): () => void {
  registrations = [...registrations, { id, layer, keys: [] }];
  return () => {
    registrations = registrations.filter((other) => other.id !== id);
  };
}

function setKeys(id: string, keys: readonly PageKey[]): void {
  registrations = registrations.map((other) => (other.id === id ? { ...other, keys } : other));
}

/**
 * Registers a component's keys while it is mounted. If two components have the same key, the one mounted last wins.
 * A dialog passes `dialog`: then only its keys work, and the page's keys are inactive until it is closed. A dialog
 * without keys passes an empty list, so that the keys of a dialog below it are inactive too.
 */
export function usePageKeys(keys: readonly PageKey[], layer: KeyLayer = 'page'): void {
  const id = useId();
  useEffect(() => takePlace(id, layer), [id, layer]);
  useEffect(() => setKeys(id, keys), [id, keys]);
}

/** The currently active keys, for the overlay that shows them; null while the window is locked. */
export function keysNow(): { page: readonly PageKey[]; everywhere: readonly PageKey[] } | null {
  const layer = openLayer(registrations);
  if (layer === 'lock') return null;
  return {
    page: keysOf(registrations, layer),
    everywhere: keysOf(registrations, 'everywhere'),
  };
}

/**
 * Starts listening for keys, once for the whole window. A scan never gets here, because the scanner's listener
 * keeps it; nor does a key that an element closer to the focus has handled.
 */
export function startKeys(): void {
  // What a key does is decided before anything handles it: a key that closes a dialog does nothing on the page below, and
  // a key that opens one does nothing in it. A dropdown that closes on a key is still open at this point.
  let key: PageKey | undefined;
  const onPress = (event: KeyboardEvent): void => {
    const layer = openLayer(registrations);
    key = event.isComposing ? undefined : keyOf(event, layer);
    // Every dialog listens for Escape itself. Where a dialog has it as its key, or below the lock screen, no other closes.
    if (event.key !== 'Escape' || !(layer === 'lock' || (layer === 'dialog' && key))) return;
    onKeyDown(event);
    event.stopImmediatePropagation();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || !key) return;
    event.preventDefault();
    if (!(key.disabled || event.repeat)) key.run();
  };
  window.addEventListener('keydown', onPress, { capture: true });
  window.addEventListener('keydown', onKeyDown);
}

/** The name of an event's key in the notation of `PageKey`, or null for a key that no page can use. */
export function keyName({
  key,
  ctrlKey,
  metaKey,
  altKey,
  shiftKey,
}: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): string | null {
  if (altKey) return null;
  const character = key.length === 1 ? key.toUpperCase() : key;
  if (ctrlKey || metaKey) return `Ctrl+${shiftKey ? 'Shift+' : ''}${character}`;
  if (shiftKey) return /^F\d+$/.test(key) ? `Shift+${key}` : null;
  return /^F\d+$/.test(key) || ['Escape', 'Enter', 'Insert', 'Delete'].includes(key) ? key : null;
}

/** Keys that the focused field or button may handle itself. */
const OWN_TO_FIELDS: ReadonlySet<string> = new Set(['Enter', 'Insert', 'Delete']);
const FIELDS = 'input, textarea, select, button, a[href], [contenteditable=true], [role=grid], [role=option]';

/** A field whose dropdown is open, or a dropdown rendered elsewhere in the page. */
const OPEN_DROPDOWN = '[aria-expanded=true], [data-expanded], [data-dates-dropdown], [role=menu]';

/** Whether Escape at this element closes a dropdown, and nothing else. */
export function isInDropdown(target: Element): boolean {
  return target.closest(OPEN_DROPDOWN) !== null;
}

/**
 * Whether the focus waits in an empty box that has it whenever nothing else does (`data-keys-when-empty`): until
 * something is typed there, Delete acts on the page.
 */
export function isWaitingBox(target: Element): boolean {
  return target instanceof HTMLInputElement && 'keysWhenEmpty' in target.dataset && target.value === '';
}

function isOwnTo(target: Element, name: string): boolean {
  if (name === 'Escape') return isInDropdown(target);
  if (name === 'Delete' && isWaitingBox(target)) return false;
  return OWN_TO_FIELDS.has(name) && target.closest(FIELDS) !== null;
}

/** The registered key that an event presses, unless the focused element handles it itself. */
function keyOf(event: KeyboardEvent, layer: KeyLayer): PageKey | undefined {
  const name = keyName(event);
  if (name === null || (event.target instanceof Element && isOwnTo(event.target, name))) return undefined;
  const ofLayer = keysOf(registrations, layer).findLast((key) => key.keys === name);
  return (
    ofLayer ??
    keysOf(registrations, 'everywhere').findLast(
      (key) => key.keys === name && (layer === 'page' || (layer === 'dialog' && key.inDialogs)),
    )
  );
}

/** A dialog may have several components with keys; an empty registration deactivates those of dialogs below. */
function keysOf(all: readonly Registration[], layer: KeyLayer): readonly PageKey[] {
  const ofLayer = all.filter((each) => each.layer === layer);
  const shut = layer === 'dialog' ? ofLayer.findLastIndex((each) => each.keys.length === 0) : -1;
  return ofLayer.slice(shut + 1).flatMap((each) => each.keys);
}

/** An open dialog deactivates the page's keys, even if it has none of its own; a lock screen deactivates all below. */
function openLayer(all: readonly Registration[]): KeyLayer {
  if (all.some((each) => each.layer === 'lock')) return 'lock';
  const dialogs = all.some((each) => each.layer === 'dialog') || document.querySelector('[aria-modal=true]');
  return dialogs ? 'dialog' : 'page';
}
