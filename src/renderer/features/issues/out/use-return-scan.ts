import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { rpc } from '#renderer/lib/rpc';
import { useMay } from '#renderer/lib/session';
import { ScanTrouble, useScanList } from '#renderer/ui/failed-scans';
import type { Holder, OutstandingLine } from '#shared/contract/issues';

interface ReturnScan {
  /** Says what came back. */
  onReturned: (sentence: string) => void;
  /** Somebody has to say how much of it, or whose: the line that has been out longest. */
  onChoose: (line: OutstandingLine) => void;
}

/** More than one holder is soon found among so many. */
const LINES = 100;

/**
 * Takes what is scanned back, as much as the code stands for, where one holder alone has it: from the line that
 * has been out longest of which so much is out, to where it left. Else it asks, as it does where the code does not
 * say how much.
 */
export function useReturnScan({ onReturned, onChoose }: ReturnScan) {
  const { t } = useTranslation('issues');
  const format = useFormat();
  const mayMove = useMay()('moveStock') === 'yes';
  return useScanList(async (scanned) => {
    const { product, quantityMilli } = await rpc.scanning.product(scanned);
    const { rows } = await rpc.issues.outstanding({ productId: product.id, limit: LINES });
    const [longest] = rows;
    if (!longest) throw new ScanTrouble(t('out.notOut', { product: product.name }));
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
