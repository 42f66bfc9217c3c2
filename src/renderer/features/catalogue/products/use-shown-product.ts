import { type RefObject, useState } from 'react';

type Shown = { kind: 'product'; id: number } | { kind: 'new'; code: string | undefined };

interface ShownOptions {
  /** A scanned code that a new product begins with at once. */
  code: string | undefined;
  /** Gets the focus back when what is open is closed. */
  box: RefObject<HTMLElement | null>;
}

/** What is open beside the list of products. */
export function useShownProduct({ code, box }: ShownOptions) {
  const [now, setNow] = useState<Shown | null>(code === undefined ? null : { kind: 'new', code });
  return {
    now,
    open: (id: number) => setNow({ kind: 'product', id }),
    begin: (withCode: string | undefined) => setNow({ kind: 'new', code: withCode }),
    close: () => {
      setNow(null);
      box.current?.focus();
    },
  };
}
