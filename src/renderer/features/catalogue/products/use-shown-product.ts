import { useEffect, useState } from 'react';

type Shown = { kind: 'product'; id: number } | { kind: 'new'; code: string | undefined };

/** What is open beside the list of products: at first a new one, where a code was scanned for it. */
export function useShownProduct(code: string | undefined) {
  const [now, setNow] = useState<Shown | null>(null);
  // The last to be mounted gets the scans and keys: the form comes after its page, not with it.
  useEffect(() => {
    if (code !== undefined) setNow({ kind: 'new', code });
  }, [code]);
  return {
    now,
    open: (id: number) => setNow({ kind: 'product', id }),
    begin: (withCode: string | undefined) => setNow({ kind: 'new', code: withCode }),
    close: () => setNow(null),
  };
}
