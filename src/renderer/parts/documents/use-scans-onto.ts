import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refusalOf } from '#renderer/lib/refusal';
import { resolveInStock } from '#renderer/lib/scan/resolve-in-stock';
import { scannedCodeOf } from '#renderer/lib/scan/scan-dispatcher';
import { playFailure, playSuccess } from '#renderer/lib/scan/sounds';
import { useScan } from '#renderer/lib/scan/use-scan';
import { useLiveState } from '#renderer/lib/use-live-state';
import type { Asked } from '#renderer/ui/asked-quantity';
import { ScanFailure, useFailedScans } from '#renderer/ui/failed-scans';
import type { ScannedCode } from '#shared/contract/scanning';
import { isMeasured, MILLI_PER_UNIT } from '#shared/kernel/quantity';
import type { DocumentDesk } from './use-document-desk';

type AnyDesk = Pick<DocumentDesk, 'id' | 'editable' | 'rpc' | 'take'>;

/**
 * Handles scans onto a document. A product's code adds one, or asks for the quantity if that is switched on or if the
 * code of a measured product does not contain it. A location's label changes the location. Failed scans play the
 * failure sound and are listed; scanning continues.
 */
export function useScansOnto(
  { id: documentId, editable, rpc, take }: AnyDesk,
  goTo: (locationId: number) => Promise<unknown>,
) {
  const [asks, setAsks] = useState(false);
  const [asked, setAsked, askedNow] = useLiveState<Asked | null>(null);
  const { failed, fail, dismiss } = useFailedScans();
  const { t } = useTranslation('documents');

  const add = async ({ product, scanned, quantityMilli }: Asked): Promise<void> => {
    if (quantityMilli === null) return;
    const change =
      scanned === null
        ? await rpc.addLine({ documentId, productId: product.id, quantityMilli })
        : await rpc.scan({ documentId, ...scanned, quantityMilli });
    await take(change);
  };
  /**
   * Adds the product being asked for with its current quantity; returns whether there is nothing left to ask.
   * @param code the scan for which the question has to be answered first; '' if there is none
   */
  const answer = async (code: string): Promise<boolean> => {
    const what = askedNow();
    if (!what) return true;
    if (what.quantityMilli === null) {
      fail(code, new ScanFailure(t('quantityFirst', { product: what.product.name })));
      return false;
    }
    try {
      await add(what);
      setAsked(null);
      return true;
    } catch (error) {
      fail(what.product.name, error);
      return false;
    }
  };
  /** Shows the product of a code and asks for its quantity; the label of a location sets a location. */
  const askAbout = async (scanned: ScannedCode): Promise<void> => {
    const found = await resolveInStock(scanned);
    if (found.kind === 'location') await goTo(found.location.id);
    else setAsked({ product: found.product, scanned, quantityMilli: found.quantityMilli });
  };
  /** What a code that was not taken leads to: the question of its quantity, or a location. */
  const afterRefusal = async (failure: unknown, scanned: ScannedCode): Promise<'asked' | 'taken'> => {
    const refusal = refusalOf(failure);
    if (refusal?.code === 'QUANTITY_NEEDED') {
      const { productId: id, productName: name, unit } = refusal.data;
      setAsked({ product: { id, name, unit }, scanned, quantityMilli: null });
      return 'asked';
    }
    if (refusal?.code !== 'LOCATION_SCANNED') throw failure;
    await goTo(refusal.data.locationId);
    return 'taken';
  };
  const takeScan = async (scanned: ScannedCode): Promise<'asked' | 'taken'> => {
    try {
      await take(await rpc.scan({ documentId, ...scanned }));
      return 'taken';
    } catch (failure) {
      return afterRefusal(failure, scanned);
    }
  };
  /** Does with a code what a scan of it would; says whether it could be done. */
  const scan = async (scanned: ScannedCode): Promise<boolean> => {
    if (!(await answer(scanned.code))) return false;
    try {
      const outcome = asks ? await askAbout(scanned) : await takeScan(scanned);
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
    /** Adds a product that was found by its name; the quantity of a measured one is asked for. */
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
    /** Adds the product being asked for; returns whether it was added. */
    answer: () => answer(''),
    cancel: (): void => setAsked(null),
    failed,
    dismiss,
  };
}

export type ScansOnto = ReturnType<typeof useScansOnto>;
