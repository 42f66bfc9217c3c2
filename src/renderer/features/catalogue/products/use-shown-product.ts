import { type RefObject, useEffect, useRef, useState } from 'react';
import type { EditorHandle } from '../product/product-editor';

type Shown = { kind: 'product'; id: number } | { kind: 'new'; code: string | undefined };

/** What is open beside the list of products, and how that changes. */
export interface ShownProduct {
  now: Shown | null;
  /** The form that is open there, if one is. */
  editor: RefObject<EditorHandle | null>;
  /** Opens a product after asking about what would be lost. */
  open: (id: number) => Promise<void>;
  /** Begins a new product after asking about what would be lost. */
  begin: (code: string | undefined) => Promise<void>;
  /** Closes what is open after asking; whether it is closed. */
  close: () => Promise<boolean>;
  /** Shows a product, or nothing, without asking: what was typed is saved or discarded. */
  show: (id: number | null) => void;
}

/** What is open beside the list of products: at first a new one, where a code was scanned for it. */
export function useShownProduct(code: string | undefined): ShownProduct {
  const [now, setNow] = useState<Shown | null>(null);
  const editor = useRef<EditorHandle>(null);
  // The last to be mounted gets the scans and keys: the form comes after its page, not with it.
  useEffect(() => {
    if (code !== undefined) setNow({ kind: 'new', code });
  }, [code]);
  const change = async (next: Shown | null): Promise<boolean> => {
    if (isSame(now, next)) return true;
    const mayChange = (await editor.current?.mayLeave()) ?? true;
    if (mayChange) setNow(next);
    return mayChange;
  };
  return {
    now,
    editor,
    open: async (id) => void (await change({ kind: 'product', id })),
    begin: async (withCode) => void (await change({ kind: 'new', code: withCode })),
    close: () => change(null),
    show: (id) => setNow(id === null ? null : { kind: 'product', id }),
  };
}

function isSame(one: Shown | null, other: Shown | null): boolean {
  if (one?.kind === 'new') return other?.kind === 'new' && one.code === other.code;
  return one?.kind === other?.kind && (other?.kind !== 'product' || one?.id === other.id);
}
