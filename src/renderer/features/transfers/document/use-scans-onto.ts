import { useRef, useState } from 'react';
import type { Transfer } from '#shared/contract/transfers';
import type { UnitOfMeasure } from '#shared/kernel/quantity';
import { MILLI_PER_UNIT } from '#shared/kernel/quantity';
import { rpc } from '../../../lib/rpc';
import { playFailure, playSuccess } from '../../../lib/scan/sounds';
import { useScan } from '../../../lib/scan/use-scan';
import { routeWith } from '../usual-places';
import type { TransferDesk } from './use-transfer-desk';

/** A product of which it is asked how much is taken. */
export interface Asked {
  product: { id: number; name: string; unit: UnitOfMeasure };
  /** The code that was scanned; null for a product that was found by its name. */
  code: string | null;
  quantityMilli: number | null;
}

export interface FailedScan {
  number: number;
  code: string;
  error: unknown;
}

const REMEMBERED = 20;

/**
 * What is scanned onto a transfer: one more of a product, or its quantity where that is asked; a location's
 * label sets a place, first from, then to. What failed sounds and is listed, and one goes on.
 */
export function useScansOnto(transferId: number, desk: TransferDesk) {
  const { transfer, editable, take } = desk;
  const [asks, setAsks] = useState(false);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [failed, setFailed] = useState<FailedScan[]>([]);
  const failures = useRef(0);
  const nextEnd = useRef<'from' | 'to'>('from');

  const fail = (code: string, error: unknown): void => {
    failures.current += 1;
    const number = failures.current;
    setFailed((before) => [{ number, code, error }, ...before].slice(0, REMEMBERED));
    playFailure();
  };
  const add = async ({ product, code, quantityMilli }: Asked): Promise<void> => {
    if (quantityMilli === null) return;
    const change =
      code === null
        ? await rpc.transfers.addLine({ transferId, productId: product.id, quantityMilli })
        : await rpc.transfers.scan({ transferId, code, quantityMilli });
    await take(change);
  };
  /** Takes what is asked for as it stands; says whether that could be done. */
  const answer = async (): Promise<boolean> => {
    if (!asked) return true;
    if (asked.quantityMilli === null) return false;
    try {
      await add(asked);
      setAsked(null);
      return true;
    } catch (error) {
      fail(asked.product.name, error);
      return false;
    }
  };
  const goTo = async ({ from, to }: Transfer, locationId: number): Promise<void> => {
    const end = nextEnd.current;
    nextEnd.current = end === 'from' ? 'to' : 'from';
    const route = routeWith({ fromLocationId: from.id, toLocationId: to.id }, end, locationId);
    await desk.changeNow(route);
  };
  const scanNow = async (code: string, shown: Transfer): Promise<void> => {
    if (!asks) {
      try {
        await take(await rpc.transfers.scan({ transferId, code }));
        return;
      } catch (failure) {
        // No product, but perhaps a place.
        const found = await rpc.stock.scan({ code }).catch(() => null);
        if (found?.kind !== 'location') throw failure;
        return goTo(shown, found.location.id);
      }
    }
    const found = await rpc.stock.scan({ code });
    if (found.kind === 'location') return goTo(shown, found.location.id);
    setAsked({ product: found.product, code, quantityMilli: found.quantityMilli });
  };
  /** Does with a code what a scan of it would; says whether it could be done. */
  const scan = async (code: string): Promise<boolean> => {
    if (!transfer) return false;
    if (!(await answer())) {
      playFailure();
      return false;
    }
    try {
      await scanNow(code, transfer);
      playSuccess();
      return true;
    } catch (error) {
      fail(code, error);
      return false;
    }
  };
  useScan(
    async ({ text }) => {
      await scan(text);
    },
    { enabled: editable },
  );

  return {
    scan,
    /** Puts a product on the transfer that was found by its name; of what is measured it is asked how much. */
    async pick(product: Asked['product']): Promise<void> {
      const one = { product, code: null, quantityMilli: MILLI_PER_UNIT };
      const isCounted = product.unit === 'piece' || product.unit === 'pack';
      if (asks || !isCounted) return setAsked(one);
      await add(one).catch((error: unknown) => fail(product.name, error));
    },
    asks,
    toggleAsks: (): void => setAsks((on) => !on),
    asked,
    setQuantity: (quantityMilli: number | null): void => setAsked((now) => now && { ...now, quantityMilli }),
    answer,
    cancel: (): void => setAsked(null),
    failed,
    dismiss: (number: number): void => setFailed((before) => before.filter((one) => one.number !== number)),
  };
}

export type ScansOnto = ReturnType<typeof useScansOnto>;
