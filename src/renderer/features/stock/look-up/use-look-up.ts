import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { orpc, rpc } from '../../../lib/rpc';
import { playFailure, playSuccess } from '../../../lib/scan/sounds';
import { useScan } from '../../../lib/scan/use-scan';
import type { StockAction } from '../actions/stock-action';
import { type LogEntry, logged, type NumberedEntry, quantityOfScan } from './look-up-log';

/** An action that is open for the product that is shown. */
interface OpenAction {
  action: StockAction;
  quantityMilli: number | null;
}

interface LookUpOptions {
  /** Shown at first. */
  productId: number | undefined;
  /** Says that an action was left with a quantity entered. */
  unsavedSentence: (action: StockAction) => string;
}

/** Whether a further scan of the same product counts on. */
function counts(action: StockAction): boolean {
  return action === 'receive' || action === 'waste';
}

/**
 * The state of the look-up page. A scan shows its product; while goods are received or thrown away, a
 * further scan of the same product counts on, and another product's takes over: what was entered and not
 * handed in is listed beside, as is what failed.
 */
export function useLookUp({ productId: firstId, unsavedSentence }: LookUpOptions) {
  const queries = useQueryClient();
  const [productId, setProductId] = useState<number | null>(firstId ?? null);
  const [open, setOpen] = useState<OpenAction | null>(null);
  const [log, setLog] = useState<NumberedEntry[]>([]);
  const note = (entry: LogEntry): void => setLog((before) => logged(before, entry));
  const input = productId === null ? skipToken : { id: productId };
  const { data: product, error } = useQuery(orpc.catalogue.product.queryOptions({ input }));

  const leaveAction = (): void => {
    if (open && open.quantityMilli !== null && product) {
      const sentence = unsavedSentence(open.action);
      note({ kind: 'unsaved', productId: product.id, name: product.name, sentence });
    }
    setOpen(null);
  };
  const show = (found: { id: number; name: string }, code: string): void => {
    if (found.id !== productId) leaveAction();
    setProductId(found.id);
    note({ kind: 'found', productId: found.id, name: found.name, code });
  };
  const scan = async (code: string): Promise<boolean> => {
    try {
      const found = await rpc.catalogue.productByBarcode({ code });
      if (open && counts(open.action) && found.id === product?.id) {
        const more = quantityOfScan(product, code);
        setOpen((now) => now && { ...now, quantityMilli: (now.quantityMilli ?? 0) + more });
      } else {
        await queries.prefetchQuery(orpc.catalogue.product.queryOptions({ input: { id: found.id } }));
        show(found, code);
      }
      playSuccess();
      return true;
    } catch (failure) {
      note({ kind: 'failed', code, error: failure });
      playFailure();
      return false;
    }
  };
  useScan(async ({ text }) => {
    await scan(text);
  });

  return {
    product: productId === null ? undefined : product,
    error,
    open,
    log,
    /** Looks a code up as if it had been scanned; says whether a product was found. */
    scan,
    show,
    /** Opens an action; a scan may have begun its count with one. */
    begin: (action: StockAction) => setOpen({ action, quantityMilli: null }),
    setQuantity: (quantityMilli: number | null) => setOpen((now) => now && { ...now, quantityMilli }),
    cancel: () => setOpen(null),
    done: (sentence: string) => {
      if (product) note({ kind: 'done', productId: product.id, name: product.name, sentence });
      setOpen(null);
    },
    dismiss: (number: number) => setLog((before) => before.filter((entry) => entry.number !== number)),
  };
}

export type LookUp = ReturnType<typeof useLookUp>;
