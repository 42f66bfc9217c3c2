import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useCurrentLocation } from '#renderer/lib/current-location';
import { orpc } from '#renderer/lib/rpc';
import { resolveInStock, type StockScan } from '#renderer/lib/scan/resolve-in-stock';
import { scannedCodeOf } from '#renderer/lib/scan/scan-dispatcher';
import { playFailure, playSuccess } from '#renderer/lib/scan/sounds';
import { useScan } from '#renderer/lib/scan/use-scan';
import type { ScannedCode } from '#shared/contract/scanning';
import type { Entered, StockAction } from '../actions/stock-action';
import {
  type LookUpState,
  noted,
  withAction,
  withChosen,
  withEntered,
  withFailure,
  withGoods,
  withLocation,
  withoutAction,
} from './look-up-state';

/**
 * The behaviour of the look-up page: scans and typed codes, the shown product, the open action and the current
 * location. A scan that fails or is not taken plays the failure sound and is logged; scanning continues.
 */
export function useLookUp(firstId: number | undefined) {
  const queries = useQueryClient();
  const [hereId, setHere] = useCurrentLocation();
  const [state, setState] = useState<LookUpState>({
    shown: firstId === undefined ? null : { productId: firstId, batch: null },
    open: null,
    log: [],
  });
  // Input may change while a call is pending, so each change is based on the latest state.
  const now = useRef(state);
  const change = (next: LookUpState): void => {
    now.current = next;
    setState(next);
  };
  const productId = state.shown?.productId ?? null;
  const input = productId === null ? skipToken : { id: productId };
  const { data: product, error } = useQuery(orpc.catalogue.product.queryOptions({ input }));

  const nameShown = product?.name ?? '';
  /** Takes what was scanned; says whether it could be taken. */
  const take = (found: StockScan, code: string): boolean => {
    const before = now.current;
    if (found.kind === 'product') change(withGoods(before, found, { code, nameShown }));
    else {
      const { state: after, isHere } = withLocation(before, found.location, hereId);
      if (isHere) setHere(found.location.id);
      change(after);
    }
    const { log } = now.current;
    return log === before.log || log[0]?.kind !== 'notTaken';
  };
  const look = async (scanned: ScannedCode): Promise<boolean> => {
    const { code } = scanned;
    try {
      const found = await resolveInStock(scanned);
      if (found.kind === 'product') {
        const { id } = found.product;
        await queries.prefetchQuery(orpc.catalogue.product.queryOptions({ input: { id } }));
      }
      return take(found, code);
    } catch (failure) {
      change(withFailure(now.current, code, failure));
      return false;
    }
  };
  const scan = async (scanned: ScannedCode): Promise<boolean> => {
    const isTaken = await look(scanned);
    if (isTaken) playSuccess();
    else playFailure();
    return isTaken;
  };
  useScan(async (one) => {
    await scan(scannedCodeOf(one));
  });

  return {
    product: productId === null ? undefined : product,
    error,
    hereId,
    /** Sets or clears the current location. */
    chooseLocation: setHere,
    shown: state.shown,
    open: state.open,
    log: state.log,
    /** Looks a code up as if it had been scanned; says whether it was taken. */
    scan: (code: string) => scan({ code }),
    show: (found: { id: number; name: string }, code: string) =>
      change(withChosen(now.current, found, { code, nameShown })),
    start: (action: StockAction) => change(withAction(now.current, action)),
    enter: (entered: Entered) => change(withEntered(now.current, entered)),
    cancel: () => change(withoutAction(now.current)),
    done: (sentence: string) => {
      const { shown } = now.current;
      const before = withoutAction(now.current);
      if (!shown) return;
      const { productId: id } = shown;
      change(noted(before, { kind: 'done', productId: id, name: nameShown, sentence }));
    },
    dismiss: (number: number) =>
      change({ ...now.current, log: now.current.log.filter((entry) => entry.number !== number) }),
  };
}

export type LookUp = ReturnType<typeof useLookUp>;
