import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { rpc } from '#renderer/lib/rpc';
import { useMay } from '#renderer/lib/session';
import { ScanFailure, useScanList } from '#renderer/ui/failed-scans';
import type { Holder, OutstandingLine } from '#shared/contract/issues';

interface ReturnScan {
  /** Called with a sentence that says what was returned. */
  onReturned: (sentence: string) => void;
  /** Called with the line that has been out longest if a person has to choose the quantity or the holder. */
  onChoose: (line: OutstandingLine) => void;
}

/** Enough lines to detect whether there is more than one holder. */
const LINES = 100;

/**
 * Returns scanned goods in the quantity of the code if a single holder has them: from the line that has been out
 * longest and has at least that quantity, to the location it left, if that is open. Otherwise, or if the code has no
 * quantity, it asks.
 */
export function useReturnScan({ onReturned, onChoose }: ReturnScan) {
  const { t } = useTranslation('issues');
  const format = useFormat();
  const mayMove = useMay()('moveStock') === 'yes';
  return useScanList(async (scanned) => {
    const { product, quantityMilli } = await rpc.scanning.product(scanned);
    const { rows } = await rpc.issues.outstanding({ productId: product.id, limit: LINES });
    const [longest] = rows;
    if (!longest) throw new ScanFailure(t('out.notOut', { product: product.name }));
    const isOneHolders = rows.every(({ holder }) => isSame(holder, longest.holder));
    const line = rows.find(({ outMilli, location }) => outMilli >= (quantityMilli ?? 0) && !location.closed);
    if (!(line && quantityMilli !== null && isOneHolders && mayMove)) {
      onChoose(longest);
      return 'asked';
    }
    await rpc.issues.returnGoods({
      issueLineId: line.issueLineId,
      locationId: line.location.id,
      quantityMilli,
    });
    onReturned(
      t('out.returned', {
        quantity: format.quantity(quantityMilli, line.unit),
        product: line.productName,
        holder: line.holder.name,
        location: line.location.name,
      }),
    );
    return 'taken';
  });
}

function isSame(one: Holder, other: Holder): boolean {
  return one.accountId === other.accountId && one.name.toLowerCase() === other.name.toLowerCase();
}
