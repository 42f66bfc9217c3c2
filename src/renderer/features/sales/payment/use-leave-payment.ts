import { useBlocker } from '@tanstack/react-router';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { confirm } from '#renderer/ui/confirm';
import type { Tender, TenderKind } from './tenders';

interface LeavingPayment {
  /** The tenders taken so far. */
  taken: RefObject<readonly Tender[]>;
  /** Whether the payment is for an order, which cannot be paid in part. */
  isOrder: boolean;
  leave: () => void;
}

/**
 * Leaves a payment. The tenders taken so far are discarded, so the person is asked to give the money back first.
 * Navigating to another page or closing the window asks the same.
 */
export function useLeavePayment({ taken, isOrder, leave }: LeavingPayment): () => Promise<void> {
  const { t } = useTranslation('sales');
  const format = useFormat();
  const takenMinor = (...kinds: TenderKind[]): number =>
    taken.current.reduce((sum, { kind, amountMinor }) => sum + (kinds.includes(kind) ? amountMinor : 0), 0);
  const mayLeave = async (): Promise<boolean> => {
    if (taken.current.length === 0) return true;
    const kinds = kindsOf(taken.current);
    const amounts = { cash: format.money(takenMinor('cash')), card: format.money(takenMinor('card')) };
    const returnGoods = t(`payment.leave.${kinds}`, amounts);
    return confirm({
      title: t('payment.leave.title', { amount: format.money(takenMinor('cash', 'card')) }),
      consequence: isOrder ? `${t('payment.leave.orderInFull')} ${returnGoods}` : returnGoods,
      confirmLabel: t(`payment.leave.confirm.${kinds}`, amounts),
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

function kindsOf(tenders: readonly Tender[]): TenderKind | 'both' {
  const [first, ...others] = new Set(tenders.map(({ kind }) => kind));
  return first === undefined || others.length > 0 ? 'both' : first;
}
