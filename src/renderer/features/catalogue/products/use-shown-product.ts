import { useState } from 'react';

type Shown = { kind: 'product'; id: number } | { kind: 'new'; code: string | undefined };

/** What is open beside the list of products: at first a new one, where a code was scanned for it. */
export function useShownProduct(code: string | undefined) {
  const [now, setNow] = useState<Shown | null>(code === undefined ? null : { kind: 'new', code });
  return {
    now,
    open: (id: number) => setNow({ kind: 'product', id }),
    begin: (withCode: string | undefined) => setNow({ kind: 'new', code: withCode }),
    close: () => setNow(null),
  };
}
