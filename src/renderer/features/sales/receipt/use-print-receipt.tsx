import { usePrint } from '#renderer/ui/print-sheet';
import type { Receipt } from '#shared/contract/sales-documents';
import { ReceiptPaper } from './receipt-paper';

/** Returns a function that prints a receipt on the roll through the system's print dialog. */
export function usePrintReceipt(): (receipt: Receipt) => Promise<void> {
  const print = usePrint();
  return (receipt) => print(<ReceiptPaper receipt={receipt} />, 'roll');
}
