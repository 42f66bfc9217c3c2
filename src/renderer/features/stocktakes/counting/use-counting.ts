import { useState } from 'react';
import { refusalOf } from '#renderer/lib/refusal';
import { rpc } from '#renderer/lib/rpc';
import { scannedCodeOf } from '#renderer/lib/scan/scan-dispatcher';
import { playFailure, playSuccess } from '#renderer/lib/scan/sounds';
import { useScan } from '#renderer/lib/scan/use-scan';
import { useLiveState } from '#renderer/lib/use-live-state';
import type { RefusalData } from '#shared/contract/refusals';
import type { ScannedCode } from '#shared/contract/scanning';
import type { CountAnswer } from '#shared/contract/stocktakes';
import type { UnitOfMeasure } from '#shared/kernel/quantity';
import { type CountingEntry, type CountRequest, type NumberedCounting, noted } from './counting-log';

/** A product whose quantity is being asked for, of one batch if that is known. */
export interface Asked {
  productId: number;
  name: string;
  unit: UnitOfMeasure;
  batchNumber: string | null;
  quantityMilli: number | null;
  /** The count to make once the quantity is known. */
  request: CountRequest;
}

export type BatchChoice = RefusalData<'BATCH_NEEDED'>['batches'][number];

/** A question to answer before a count can be made; a further scan replaces it. */
export type Waiting =
  | { kind: 'quantity'; asked: Asked }
  | {
      kind: 'batch';
      name: string;
      unit: UnitOfMeasure;
      request: CountRequest;
      batches: readonly BatchChoice[];
    };

/**
 * The state of counting on this screen. Each scan is a count. With `asks` set, a scan shows its product and waits for
 * the quantity; so do the product passed as `first` and a code of a measured product without a quantity. A chosen
 * batch applies to further scans of the same product.
 */
export function useCounting(stocktakeId: number, first: Asked | null) {
  const [last, setLast] = useState<CountAnswer | null>(null);
  const [isUndone, setUndone] = useState(false);
  const [waiting, setWaiting, waitingNow] = useLiveState<Waiting | null>(
    first && { kind: 'quantity', asked: first },
  );
  const [asks, setAsks] = useState(false);
  const [log, setLog] = useState<NumberedCounting[]>([]);
  const note = (entry: CountingEntry): void => setLog((before) => noted(before, entry));

  /** Drops the current question; the product that was not counted is logged. */
  const leave = (): void => {
    const left = waitingNow();
    if (left) note({ kind: 'left', name: left.kind === 'batch' ? left.name : left.asked.name });
    setWaiting(null);
  };
  const fail = (code: string, error: unknown, request?: CountRequest): void => {
    note(request ? { kind: 'failed', code, error, request } : { kind: 'failed', code, error });
    playFailure();
  };
  const count = async (request: CountRequest, shown: string): Promise<void> => {
    try {
      const answer = await rpc.stocktakes.count({ ...request, stocktakeId });
      setLast(answer);
      setUndone(false);
      setWaiting(null);
      note({ kind: 'counted', answer });
      playSuccess();
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal?.code === 'QUANTITY_NEEDED') {
        const { productId, productName, unit } = refusal.data;
        const about = { productId, name: productName, unit, batchNumber: request.batch?.number ?? null };
        setWaiting({ kind: 'quantity', asked: { ...about, quantityMilli: null, request } });
        playFailure();
        return;
      }
      if (refusal?.code !== 'BATCH_NEEDED') return fail(shown, error, request);
      const isSame = last?.productId === refusal.data.productId && request.batchId === undefined;
      if (isSame) return count({ ...request, batchId: last.batchId }, shown);
      const { productName: name, unit, batches } = refusal.data;
      setWaiting({ kind: 'batch', name, unit, request, batches });
      playFailure();
    }
  };
  /** Shows the product of a code, whose quantity is to be typed. */
  const ask = async (scanned: ScannedCode): Promise<void> => {
    try {
      const { product, quantityMilli, batch } = await rpc.scanning.product(scanned);
      const shown = waitingNow();
      const same = shown?.kind === 'quantity' && shown.asked.productId === product.id ? shown.asked : null;
      const before = same?.quantityMilli ?? null;
      if (!same) leave();
      const asked = {
        productId: product.id,
        name: product.name,
        unit: product.unit,
        batchNumber: batch?.number ?? null,
        quantityMilli: before === null ? null : before + (quantityMilli ?? 0),
        request: { productId: product.id, ...(batch && { batch }) },
      };
      setWaiting({ kind: 'quantity', asked });
      playSuccess();
    } catch (error) {
      fail(scanned.code, error);
    }
  };
  const scan = (scanned: ScannedCode): Promise<void> => {
    const { code } = scanned;
    if (asks) return ask(scanned);
    const shown = waitingNow();
    if (shown?.kind === 'quantity' && shown.asked.request.code === code) {
      // A code scanned twice still asks one question.
      playFailure();
      return Promise.resolve();
    }
    leave();
    return count(scanned, code);
  };
  useScan((one) => scan(scannedCodeOf(one)));

  return {
    last,
    /** Whether the last count was undone. */
    isUndone,
    waiting,
    asks,
    log,
    /** Counts a typed code as if it had been scanned. */
    scan: (code: string) => scan({ code }),
    count,
    setAsks,
    /** Asks for the quantity of a chosen product. */
    askFor: (asked: Asked) => {
      leave();
      setWaiting({ kind: 'quantity', asked });
    },
    setQuantity: (quantityMilli: number | null) => {
      const now = waitingNow();
      if (now?.kind === 'quantity') setWaiting({ ...now, asked: { ...now.asked, quantityMilli } });
    },
    cancel: () => setWaiting(null),
    undo: async () => {
      try {
        const answer = await rpc.stocktakes.undoCount({ stocktakeId });
        setLast(answer);
        setUndone(true);
        note({ kind: 'undone', answer });
      } catch (error) {
        fail('', error);
      }
    },
    dismiss: (number: number) => setLog((before) => before.filter((entry) => entry.number !== number)),
  };
}

export type Counting = ReturnType<typeof useCounting>;
