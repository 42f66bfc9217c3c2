import { useRef, useState } from 'react';
import { refusalOf } from '#renderer/lib/refusal';
import { rpc } from '#renderer/lib/rpc';
import { resolveInStock } from '#renderer/lib/scan/resolve-in-stock';
import { scannedCodeOf } from '#renderer/lib/scan/scan-dispatcher';
import { playFailure, playSuccess } from '#renderer/lib/scan/sounds';
import { useScan } from '#renderer/lib/scan/use-scan';
import { useLiveState } from '#renderer/lib/use-live-state';
import type { Asked } from '#renderer/ui/asked-quantity';
import type { ScannedCode } from '#shared/contract/scanning';
import type { Transfer } from '#shared/contract/transfers';
import { isMeasured, MILLI_PER_UNIT } from '#shared/kernel/quantity';
import { routeWith } from '../usual-locations';
import type { TransferDesk } from './use-transfer-desk';

interface FailedScan {
  number: number;
  code: string;
  error: unknown;
}

const REMEMBERED = 20;

/**
 * Handles scans onto a transfer. A product's code adds one, or asks for the quantity if that is switched on or if the
 * code of a measured product does not contain it. A location's label sets the source first, then the destination.
 * Failed scans play the failure sound and are listed; scanning continues.
 */
export function useScansOnto(transferId: number, desk: TransferDesk) {
  const { transfer, editable, take } = desk;
  const [asks, setAsks] = useState(false);
  const [asked, setAsked, askedNow] = useLiveState<Asked | null>(null);
  const [failed, setFailed] = useState<FailedScan[]>([]);
  const failures = useRef(0);
  const nextEnd = useRef<'from' | 'to'>('from');

  const fail = (code: string, error: unknown): void => {
    failures.current += 1;
    const number = failures.current;
    setFailed((before) => [{ number, code, error }, ...before].slice(0, REMEMBERED));
    playFailure();
  };
  const add = async ({ product, scanned, quantityMilli }: Asked): Promise<void> => {
    if (quantityMilli === null) return;
    const change =
      scanned === null
        ? await rpc.transfers.addLine({ transferId, productId: product.id, quantityMilli })
        : await rpc.transfers.scan({ transferId, ...scanned, quantityMilli });
    await take(change);
  };
  /** Adds the product being asked for with its current quantity; returns whether there is nothing left to ask. */
  const answer = async (): Promise<boolean> => {
    const what = askedNow();
    if (!what) return true;
    if (what.quantityMilli === null) return false;
    try {
      await add(what);
      setAsked(null);
      return true;
    } catch (error) {
      fail(what.product.name, error);
      return false;
    }
  };
  const goTo = async ({ from, to }: Transfer, locationId: number): Promise<void> => {
    const end = nextEnd.current;
    nextEnd.current = end === 'from' ? 'to' : 'from';
    const route = routeWith({ fromLocationId: from.id, toLocationId: to.id }, end, locationId);
    await desk.changeNow(route);
  };
  /** Shows the product of a code and asks for its quantity; the label of a location sets a location. */
  const askAbout = async (scanned: ScannedCode, shown: Transfer): Promise<void> => {
    const found = await resolveInStock(scanned);
    if (found.kind === 'location') return goTo(shown, found.location.id);
    setAsked({ product: found.product, scanned, quantityMilli: found.quantityMilli });
  };
  /** What a code that was not taken leads to: the question of its quantity, or a place. */
  const afterRefusal = async (
    failure: unknown,
    scanned: ScannedCode,
    shown: Transfer,
  ): Promise<'asked' | 'taken'> => {
    const refusal = refusalOf(failure);
    if (refusal?.code === 'QUANTITY_NEEDED') {
      const { productId: id, productName: name, unit } = refusal.data;
      setAsked({ product: { id, name, unit }, scanned, quantityMilli: null });
      return 'asked';
    }
    if (refusal?.code !== 'LOCATION_SCANNED') throw failure;
    await goTo(shown, refusal.data.locationId);
    return 'taken';
  };
  const takeScan = async (scanned: ScannedCode, shown: Transfer): Promise<'asked' | 'taken'> => {
    try {
      await take(await rpc.transfers.scan({ transferId, ...scanned }));
      return 'taken';
    } catch (failure) {
      return afterRefusal(failure, scanned, shown);
    }
  };
  /** Does with a code what a scan of it would; says whether it could be done. */
  const scan = async (scanned: ScannedCode): Promise<boolean> => {
    if (!transfer) return false;
    if (!(await answer())) {
      playFailure();
      return false;
    }
    try {
      const outcome = asks ? await askAbout(scanned, transfer) : await takeScan(scanned, transfer);
      // A question that nobody chose to be asked is to be heard: nothing was taken yet.
      if (outcome === 'asked') playFailure();
      else playSuccess();
      return true;
    } catch (error) {
      fail(scanned.code, error);
      return false;
    }
  };
  useScan(
    async (one) => {
      await scan(scannedCodeOf(one));
    },
    { enabled: editable },
  );

  return {
    /** Does with a typed code what a scan of it would; returns whether it could be done. */
    scan: (code: string) => scan({ code }),
    /** Puts a product on the transfer that was found by its name; of what is measured it is asked how much. */
    async pick(product: Asked['product']): Promise<void> {
      const quantityMilli = isMeasured(product.unit) ? null : MILLI_PER_UNIT;
      const usual = { product, scanned: null, quantityMilli };
      if (asks || quantityMilli === null) return setAsked(usual);
      await add(usual).catch((error: unknown) => fail(product.name, error));
    },
    asks,
    toggleAsks: (): void => setAsks((on) => !on),
    asked,
    setQuantity: (quantityMilli: number | null): void => {
      const now = askedNow();
      setAsked(now && { ...now, quantityMilli });
    },
    answer,
    cancel: (): void => setAsked(null),
    failed,
    dismiss: (number: number): void => setFailed((before) => before.filter((one) => one.number !== number)),
  };
}

export type ScansOnto = ReturnType<typeof useScansOnto>;
