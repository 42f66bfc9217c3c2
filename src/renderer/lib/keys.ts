import { useEffect, useId } from 'react';

/**
 * A key or combination as it is written on a button. Letters and digits alone are a scanner's; F8, Ctrl+],
 * Ctrl+J and Ctrl+M are too.
 */
export type KeyName = `F${number}` | `Ctrl+${string}` | 'Escape' | 'Enter' | 'Insert' | 'Delete';

/** A key as keyboards have it printed: Escape is Esc, Delete is Del. */
export function keyCap(keys: KeyName): string {
  return keys.replace('Escape', 'Esc').replace('Delete', 'Del').replace('Insert', 'Ins');
}

export interface PageKey {
  keys: KeyName;
  /** What the key does, in the words of its button. */
  label: string;
  run: () => void;
  disabled?: boolean;
  /** Whether a key that holds everywhere does so above an open dialog, too: someone who walks away locks the till. */
  inDialogs?: boolean;
}

/**
 * Which of a window's keys come first: those of the lock screen, of an open dialog, of the page, and those that hold
 * everywhere.
 */
export type KeyLayer = 'lock' | 'dialog' | 'page' | 'everywhere';

interface Registration {
  id: string;
  layer: KeyLayer;
  keys: readonly PageKey[];
}

let registrations: readonly Registration[] = [];

/** Takes a place among the keys, in the order of mounting, for as long as the component is there. */
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
 * Gives a component its keys while it is mounted. The component mounted last wins a key that two have.
 * A dialog passes `dialog`: its keys alone work then, and the page's wait until it is closed. One that has
 * no keys passes none, so that those of a dialog below it wait too.
 */
export function usePageKeys(keys: readonly PageKey[], layer: KeyLayer = 'page'): void {
  const id = useId();
  useEffect(() => takePlace(id, layer), [id, layer]);
  useEffect(() => setKeys(id, keys), [id, keys]);
}

/** The keys that work at this moment, for the overlay that shows them; null while the window is locked. */
export function keysNow(): { page: readonly PageKey[]; everywhere: readonly PageKey[] } | null {
  const layer = openLayer(registrations);
  if (layer === 'lock') return null;
  return {
    page: keysOf(registrations, layer),
    everywhere: keysOf(registrations, 'everywhere'),
  };
}

/**
 * Begins to listen for keys, once for the whole window. A scan never gets here, since the scanner's
 * listener keeps it; nor does a key that something nearer to the focus has used.
 *
 * @returns a function that stops it
 */
export function startKeys(): () => void {
  let layer: KeyLayer = 'page';
  // Asked before anything has acted on the key: a dropdown that closes by it is closed when it gets to the page.
  let isFieldsOwn = false;
  // A key that closes a dialog on its way here was that dialog's, and does nothing to the page as well.
  const onPress = (event: KeyboardEvent): void => {
    layer = openLayer(registrations);
    isFieldsOwn =
      event.key === 'Escape' && event.target instanceof Element && isOwnTo(event.target, 'Escape');
    // Every dialog hears the Escape by itself; where one or the lock screen has it as its key, no other closes by it.
    if (
      event.key !== 'Escape' ||
      !(layer === 'lock' || (layer === 'dialog' && keyFor('Escape', layer, event.target)))
    )
      return;
    onKeyDown(event);
    event.stopImmediatePropagation();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || isFieldsOwn) return;
    const name = keyName(event);
    const key = name === null ? undefined : keyFor(name, layer, event.target);
    if (!key) return;
    event.preventDefault();
    if (!(key.disabled || event.repeat)) key.run();
  };
  window.addEventListener('keydown', onPress, { capture: true });
  window.addEventListener('keydown', onKeyDown);
  return () => {
    window.removeEventListener('keydown', onPress, { capture: true });
    window.removeEventListener('keydown', onKeyDown);
  };
}

/** The name of the key of an event as `PageKey` writes it, or null for what can be no page's key. */
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

/** Keys that mean something to the field or button that has the focus. */
const OWN_TO_FIELDS: ReadonlySet<string> = new Set(['Enter', 'Insert', 'Delete']);
const FIELDS = 'input, textarea, select, button, a[href], [contenteditable=true], [role=grid], [role=option]';

/** A field whose dropdown is open, and what is drawn elsewhere in the page as one. */
const OPEN_DROPDOWN = '[aria-expanded=true], [data-expanded], [data-dates-dropdown], [role=menu]';

/** Whether an Escape there closes a dropdown, and nothing else with it. */
export function isInDropdown(target: Element): boolean {
  return target.closest(OPEN_DROPDOWN) !== null;
}

function isOwnTo(target: Element, name: string): boolean {
  if (name === 'Escape') return isInDropdown(target);
  return OWN_TO_FIELDS.has(name) && target.closest(FIELDS) !== null;
}

function keyFor(name: string, layer: KeyLayer, target: EventTarget | null): PageKey | undefined {
  if (target instanceof Element && isOwnTo(target, name)) return undefined;
  const ofLayer = keysOf(registrations, layer).findLast((key) => key.keys === name);
  return (
    ofLayer ??
    keysOf(registrations, 'everywhere').findLast(
      (key) => key.keys === name && (layer === 'page' || (layer === 'dialog' && key.inDialogs)),
    )
  );
}

/** A dialog may have several components with keys; one without any shuts off those of the dialogs below. */
function keysOf(all: readonly Registration[], layer: KeyLayer): readonly PageKey[] {
  const ofLayer = all.filter((each) => each.layer === layer);
  const shut = layer === 'dialog' ? ofLayer.findLastIndex((each) => each.keys.length === 0) : -1;
  return ofLayer.slice(shut + 1).flatMap((each) => each.keys);
}

/** The page's keys rest while a dialog is open, whether or not it has keys of its own, and all below a lock screen. */
function openLayer(all: readonly Registration[]): KeyLayer {
  if (all.some((each) => each.layer === 'lock')) return 'lock';
  const dialogs = all.some((each) => each.layer === 'dialog') || document.querySelector('[aria-modal=true]');
  return dialogs ? 'dialog' : 'page';
}
