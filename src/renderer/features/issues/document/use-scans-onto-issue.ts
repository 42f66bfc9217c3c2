import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { refusalOf } from '#renderer/lib/refusal';
import { rpc } from '#renderer/lib/rpc';
import { useLiveState } from '#renderer/lib/use-live-state';
import type { Asked } from '#renderer/ui/asked-quantity';
import { ScanFailure, useScanList } from '#renderer/ui/failed-scans';
import type { RefusalData } from '#shared/contract/refusals';
import type { ScannedCode } from '#shared/contract/scanning';
import { showLines } from '../issue-queries';

/**
 * Handles scans onto a draft of an issue: each scan, and each product found by name, adds one. The quantity of a
 * measured product is asked for if the code does not contain it; the next scan first adds the entered quantity.
 */
export function useScansOntoIssue(issueId: number) {
  const { t } = useTranslation('issues');
  const queries = useQueryClient();
  const [asked, setAsked, askedNow] = useLiveState<Asked | null>(null);

  const ask = (scanned: ScannedCode | null, needed: RefusalData<'QUANTITY_NEEDED'>): void => {
    const { productId: id, productName: name, unit } = needed;
    setAsked({ product: { id, name, unit }, scanned, quantityMilli: null });
  };
  const put = async ({ product, scanned }: Pick<Asked, 'product' | 'scanned'>, quantityMilli: number) => {
    const change =
      scanned === null
        ? await rpc.issues.addLine({ issueId, productId: product.id, quantityMilli })
        : await rpc.issues.scan({ issueId, ...scanned, quantityMilli });
    showLines(queries, change);
    setAsked(null);
  };
  const answering = useMutation({
    mutationFn: ({ quantityMilli, ...goods }: Asked & { quantityMilli: number }) => put(goods, quantityMilli),
  });
  const picking = useMutation({
    mutationFn: (productId: number) => rpc.issues.addLine({ issueId, productId }),
    onSuccess: (change) => showLines(queries, change),
    onError: (error) => {
      const refusal = refusalOf(error);
      if (refusal?.code === 'QUANTITY_NEEDED') ask(null, refusal.data);
    },
  });
  const scans = useScanList(async (scanned) => {
    const before = askedNow();
    if (before) {
      const { product, quantityMilli } = before;
      if (!quantityMilli) throw new ScanFailure(t('fields.quantityFirst', { product: product.name }));
      await put(before, quantityMilli);
    }
    try {
      showLines(queries, await rpc.issues.scan({ issueId, ...scanned }));
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal?.code !== 'QUANTITY_NEEDED') throw error;
      ask(scanned, refusal.data);
      return 'asked';
    }
    return 'taken';
  });
  const isPickAsked = refusalOf(picking.error)?.code === 'QUANTITY_NEEDED';
  return {
    scans,
    pick: picking.mutate,
    asked,
    setQuantity: (quantityMilli: number | null): void => {
      const now = askedNow();
      setAsked(now && { ...now, quantityMilli });
    },
    /** Adds the product being asked for to the draft; calls `onPut` when it is added. */
    answer: (onPut: () => void): void => {
      if (!(asked?.quantityMilli && !answering.isPending)) return;
      answering.mutate({ ...asked, quantityMilli: asked.quantityMilli }, { onSuccess: onPut });
    },
    cancel: (): void => setAsked(null),
    error: answering.error ?? (isPickAsked ? null : picking.error),
    reset: (): void => {
      answering.reset();
      picking.reset();
    },
  };
}
