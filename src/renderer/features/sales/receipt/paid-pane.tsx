import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { KeyButton } from '#renderer/ui/key-button';
import { PaperSheet } from '#renderer/ui/paper/paper-sheet';
import type { Receipt } from '#shared/contract/sales-documents';
import { receiptPaper } from '#shared/documents/receipt';
import { useTill } from '../till/till-context';
import { Outcome } from './outcome';
import classes from './paid-pane.module.css';
import { ReceiptKeys } from './receipt-keys';

/** Shown after a sale is paid: the change, large enough for the customer to read, and the receipt. */
export function PaidPane({ receipt }: { receipt: Receipt }) {
  const { t } = useTranslation('sales');
  const { go } = useTill();
  return (
    <div className={classes.pane}>
      <div className={classes.outcome}>
        <Outcome changeMinor={receipt.changeMinor} paidMinor={receipt.paidMinor} />
      </div>
      <div className={classes.actions}>
        <ReceiptKeys receipt={receipt} layer="page" />
        <KeyButton
          keys="Escape"
          label={t('receipt.newTicket')}
          icon={<IconPlus size={22} />}
          size="lg"
          variant="default"
          run={() => go({ kind: 'sell' })}
        />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable area must be reachable with the keyboard */}
      <section className={classes.paper} tabIndex={0} aria-label={t('receipt.title')}>
        <PaperSheet paper={receiptPaper(receipt)} />
      </section>
    </div>
  );
}
