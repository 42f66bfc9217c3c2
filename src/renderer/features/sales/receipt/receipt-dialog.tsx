import { Center } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/lib/rpc';
import { DialogFrame } from '#renderer/ui/dialog-frame';
import { PaperSheet } from '#renderer/ui/paper/paper-sheet';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { receiptPaper } from '#shared/documents/receipt';

/** Shows the receipt of an order on screen, marked as a copy. */
export function ReceiptDialog({ orderId, onClose }: { orderId: number; onClose: () => void }) {
  const { t } = useTranslation('sales');
  const { data: receipt, error } = useQuery(orpc.sales.receipt.queryOptions({ input: { orderId } }));
  return (
    <DialogFrame onClose={onClose} title={t('orders.actions.receipt')} size="auto">
      <RefusalNote error={error} />
      <Center miw="20rem" mih="20rem">
        {receipt && <PaperSheet paper={receiptPaper(receipt)} />}
      </Center>
    </DialogFrame>
  );
}
