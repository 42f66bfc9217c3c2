import { useNavigate } from '@tanstack/react-router';
import { refusalOf } from '#renderer/lib/refusal';
import { rpc } from '#renderer/lib/rpc';
import { type Scan, scannedCodeOf } from '#renderer/lib/scan/scan-dispatcher';
import { playFailure, playSuccess } from '#renderer/lib/scan/sounds';
import { useScan } from '#renderer/lib/scan/use-scan';
import { useApprovalSubjects } from '../use-approval-subjects';
import { readFindText } from './find-text';
import type { Till } from './till-context';
import { useApprovedChange } from './use-approved-change';

/**
 * Adds every scan to the ticket, on any step of the till. A quantity typed in the search box applies to the next
 * scan. A measured product without a quantity opens the quantity dialog, with the failure sound because it is not on
 * the ticket yet. The barcode of a receipt opens its order; the ticket stays. After a failed scan, further scans are
 * refused with the failure sound until it is acknowledged. A scan that needs an approval and does not get one changes
 * nothing.
 */
export function useTillScans(till: Till): void {
  const navigate = useNavigate();
  const openOrder = (orderId: number): void => {
    playSuccess();
    void navigate({ to: '/till/orders/$id', params: { id: String(orderId) } });
  };
  const approved = useApprovedChange();
  const subjects = useApprovalSubjects();
  const fail = (code: string, error: unknown): void => {
    const refusal = refusalOf(error);
    const isAsked =
      refusal?.code === 'QUANTITY_NEEDED' &&
      till.askQuantity({ ...refusal.data, code: refusal.data.code ?? code });
    if (isAsked) playFailure();
    else if (refusal?.code === 'ORDER_SCANNED') openOrder(refusal.data.orderId);
    else till.fail({ code, error });
  };
  const onScan = async (scanned: Scan): Promise<void> => {
    const { text: code } = scanned;
    const { quantityMilli, words } = readFindText(till.findTextNow());
    const forThisScan = words === '' && quantityMilli !== null;
    try {
      const scan = { ...scannedCodeOf(scanned), ...(forThisScan && { quantityMilli }) };
      const change = await approved(subjects.scanned(code), (approval) =>
        rpc.sales.scan({ ...scan, approval }),
      );
      if (!change) return;
      till.take(change);
      if (forThisScan) till.setFindText('');
      playSuccess();
    } catch (error) {
      fail(code, error);
    }
  };

  useScan(onScan, { refuseWhile: till.isFailing, onRefused: playFailure });
}
