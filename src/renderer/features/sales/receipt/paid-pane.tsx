import { IconFileTypePdf, IconPlus, IconPrinter } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rpc } from '#renderer/lib/rpc';
import { KeyButton } from '#renderer/ui/key-button';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { savePdf } from '#renderer/ui/save-pdf';
import type { Receipt } from '#shared/contract/sales-documents';
import { useTill } from '../till/till-context';
import { Outcome } from './outcome';
import classes from './paid-pane.module.css';
import { ReceiptPaper } from './receipt-paper';
import { usePrintReceipt } from './use-print-receipt';

/** Shown after a sale is paid: the change, large enough for the customer to read, and the receipt. */
export function PaidPane({ receipt }: { receipt: Receipt }) {
  const { t } = useTranslation('sales');
  const { go } = useTill();
  const print = usePrintReceipt();
  const [given, setGiven] = useState(false);
  const printing = useMutation({
    mutationFn: async () => {
      await print(given ? await rpc.sales.reprintReceipt({ orderId: receipt.orderId }) : receipt);
      setGiven(true);
    },
  });
  const saving = useMutation({
    mutationFn: async () => {
      savePdf(await rpc.sales.receiptPdf({ orderId: receipt.orderId, copy: given }));
      setGiven(true);
    },
  });
  return (
    <div className={classes.pane}>
      <div className={classes.outcome}>
        <Outcome changeMinor={receipt.changeMinor} paidMinor={receipt.paidMinor} />
      </div>
      <div className={classes.actions}>
        <KeyButton
          keys="Ctrl+P"
          label={t(given ? 'receipt.printCopy' : 'receipt.print')}
          icon={<IconPrinter size={22} />}
          size="lg"
          run={() => printing.mutate()}
        />
        <KeyButton
          keys="Ctrl+S"
          label={t(given ? 'receipt.pdfCopy' : 'receipt.pdf')}
          icon={<IconFileTypePdf size={22} />}
          size="lg"
          variant="default"
          run={() => saving.mutate()}
        />
        <KeyButton
          keys="Escape"
          label={t('receipt.newTicket')}
          icon={<IconPlus size={22} />}
          size="lg"
          variant="default"
          run={() => go({ kind: 'sell' })}
        />
        <RefusalNote error={printing.error ?? saving.error} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable area must be reachable with the keyboard */}
      <section className={classes.paper} tabIndex={0} aria-label={t('receipt.title')}>
        <ReceiptPaper receipt={receipt} />
      </section>
    </div>
  );
}
