import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import type { Discount, TicketLine } from '#shared/contract/sales-documents';
import type { UnitOfMeasure } from '#shared/kernel/quantity';

/** A discount that is set, not removed. */
export type GivenDiscount = NonNullable<Discount>;

interface Goods {
  name: string;
  unit: UnitOfMeasure;
}

/** Describes, for each change of a ticket that may need an approval, what is approved. */
interface ApprovalSubjects {
  lineDiscount: (line: TicketLine, discount: GivenDiscount) => string;
  ticketDiscount: (discount: GivenDiscount) => string;
  /** An overridden unit price in minor units; null for the product's own price. */
  price: (line: TicketLine, unitPriceMinor: number | null) => string;
  quantity: (line: TicketLine, quantityMilli: number) => string;
  added: (product: Goods, quantityMilli: number) => string;
  scanned: (code: string) => string;
}

/** Returns the functions that describe what is approved, in the person's language. */
export function useApprovalSubjects(): ApprovalSubjects {
  const { t } = useTranslation('sales');
  const format = useFormat();
  const inWords = (discount: GivenDiscount): string =>
    discount.kind === 'percent' ? format.rate(discount.milliPercent) : format.money(discount.minor);
  return {
    lineDiscount: ({ name }, discount) => t('approval.lineDiscount', { name, discount: inWords(discount) }),
    ticketDiscount: (discount) => t('approval.ticketDiscount', { discount: inWords(discount) }),
    price: ({ name, unitPriceMinor: beforeMinor, listPriceMinor }, unitPriceMinor) =>
      t('approval.price', {
        name,
        before: format.money(beforeMinor),
        after: format.money(unitPriceMinor ?? listPriceMinor),
      }),
    quantity: ({ name, unit, quantityMilli: beforeMilli }, quantityMilli) =>
      t('approval.quantity', {
        name,
        before: format.quantity(beforeMilli, unit),
        after: format.quantity(quantityMilli, unit),
      }),
    added: ({ name, unit }, quantityMilli) =>
      t('approval.added', { name, quantity: format.quantity(quantityMilli, unit) }),
    scanned: (code) => t('approval.scanned', { code }),
  };
}
