import { IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeyLayer } from '#renderer/lib/keys';
import { rpc } from '#renderer/lib/rpc';
import { KeyButton } from '#renderer/ui/key-button';
import { usePrintPaper } from '#renderer/ui/paper/use-print-paper';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { savePdf } from '#renderer/ui/save-pdf';
import type { Receipt } from '#shared/contract/sales-documents';
import { receiptPaper } from '#shared/documents/receipt';

/** Prints or saves the receipt of a payment just taken; all but the first one are copies. */
export function ReceiptKeys({ receipt, layer }: { receipt: Receipt; layer: KeyLayer }) {
  const { t } = useTranslation('sales');
  const print = usePrintPaper();
  const [issued, setIssued] = useState(receipt.copy);
  const printing = useMutation({
    mutationFn: async () => {
      const printed = issued ? await rpc.sales.reprintReceipt({ orderId: receipt.orderId }) : receipt;
      await print(receiptPaper(printed));
      setIssued(true);
    },
  });
  const saving = useMutation({
    mutationFn: async () => {
      savePdf(await rpc.sales.receiptPdf({ orderId: receipt.orderId, copy: issued }));
      setIssued(true);
    },
  });
  return (
    <>
      <KeyButton
        keys="Ctrl+P"
        layer={layer}
        label={t(issued ? 'receipt.printCopy' : 'receipt.print')}
        icon={<IconPrinter size={22} />}
        size="lg"
        run={() => printing.mutate()}
      />
      <KeyButton
        keys="Ctrl+S"
        layer={layer}
        label={t(issued ? 'receipt.pdfCopy' : 'receipt.pdf')}
        icon={<IconFileTypePdf size={22} />}
        size="lg"
        variant="default"
        run={() => saving.mutate()}
      />
      <RefusalNote error={printing.error ?? saving.error} />
    </>
  );
}
