import { type RefObject, useEffect, useRef, useState } from 'react';
import type { EditorHandle } from '../product/product-editor';

type Shown = { kind: 'product'; id: number } | { kind: 'new'; code: string | undefined };

/** The product open beside the list, and the functions that change it. */
export interface ShownProduct {
  now: Shown | null;
  /** The handle of the open form, if any. */
  editor: RefObject<EditorHandle | null>;
  /** Opens a product after asking about unsaved input. */
  open: (id: number) => Promise<void>;
  /** Starts a new product after asking about unsaved input. */
  start: (code: string | undefined) => Promise<void>;
  /** Closes the panel after asking; resolves to whether it was closed. */
  close: () => Promise<boolean>;
  /** Shows a product, or nothing, without asking, because the input is already saved or discarded. */
  show: (id: number | null) => void;
}

/** The state of the panel beside the list of products; it starts with a new product if a code was scanned for it. */
export function useShownProduct(code: string | undefined): ShownProduct {
  const [now, setNow] = useState<Shown | null>(null);
  const editor = useRef<EditorHandle>(null);
  // The component mounted last gets the scans and keys, so the form must be mounted after its page, not with it.
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
    start: async (withCode) => void (await change({ kind: 'new', code: withCode })),
    close: () => change(null),
    show: (id) => setNow(id === null ? null : { kind: 'product', id }),
  };
}

function isSame(one: Shown | null, other: Shown | null): boolean {
  if (one?.kind === 'new') return other?.kind === 'new' && one.code === other.code;
  return one?.kind === other?.kind && (other?.kind !== 'product' || one?.id === other.id);
}
