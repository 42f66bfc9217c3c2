import { useBlocker } from '@tanstack/react-router';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { confirm } from '#renderer/ui/confirm';
import type { Tender } from './tenders';

/**
 * How a payment is left: what was taken of it already is forgotten, so the money must be given back first. Going to another
 * page or closing the window asks the same.
 * @param taken what was taken so far
 */
export function useLeavePayment(taken: RefObject<readonly Tender[]>, leave: () => void): () => Promise<void> {
  const { t } = useTranslation('sales');
  const format = useFormat();
  const mayLeave = async (): Promise<boolean> => {
    const takenMinor = taken.current.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
    if (takenMinor === 0) return true;
    const amount = format.money(takenMinor);
    return confirm({
      title: t('payment.leave.title', { amount }),
      consequence: t('payment.leave.consequence', { amount }),
      confirmLabel: t('payment.leave.confirm'),
      cancelLabel: t('payment.leave.stay'),
      keepsByEnter: true,
    });
  };
  useBlocker({
    shouldBlockFn: async () => !(await mayLeave()),
    enableBeforeUnload: () => taken.current.length > 0,
  });
  return async () => {
    if (await mayLeave()) leave();
  };
}
