import type { Inputs } from '#shared/contract/index';
import { HOUR_MS, startOfDay } from '#shared/kernel/time';

/** The form values of an order before it is placed. */
export interface OrderDraft {
  channelId: number | null;
  /** YYYY-MM-DD in the store's zone; null while the field holds no date. */
  day: string | null;
  customerName: string;
  customerEmail: string;
  customerPhone: string;
  shippingAddress: string;
  billingAddress: string;
  shippingMinor: number | null;
  shippingTaxRateMilliPercent: number | null;
  note: string;
}

const NOON_MS = 12 * HOUR_MS;

/**
 * The input for placing a draft. An order of today gets no date, because it is placed at this moment. An order
 * of an earlier day is dated at noon of that day, because its time is unknown.
 */
export function orderInput(
  {
    day,
    shippingMinor,
    shippingTaxRateMilliPercent,
    ...draft
  }: OrderDraft & { channelId: number; day: string },
  { today, timeZone }: { today: string; timeZone: string },
): Omit<Inputs['sales']['placeOrder'], 'ticketId'> {
  const earlier = day < today ? { orderedAt: startOfDay(day, timeZone) + NOON_MS } : {};
  return {
    ...draft,
    ...earlier,
    shippingMinor: shippingMinor ?? 0,
    shippingTaxRateMilliPercent: shippingMinor ? (shippingTaxRateMilliPercent ?? 0) : 0,
  };
}
