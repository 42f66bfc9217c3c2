import type { Inputs } from '#shared/contract/index';
import { startOfDay } from '#shared/kernel/time';

/** An order as it is typed, before it is placed. */
export interface OrderDraft {
  channelId: number | null;
  /** YYYY-MM-DD in the store's zone. */
  day: string;
  customerName: string;
  customerEmail: string;
  customerPhone: string;
  shippingAddress: string;
  billingAddress: string;
  shippingMinor: number | null;
  shippingTaxRateMilliPercent: number | null;
  note: string;
}

const NOON_MS = 12 * 60 * 60 * 1000;

/**
 * What is placed of a draft. An order of today is of this very moment, so it is left undated; one of an
 * earlier day is dated at its noon, the hour being unknown.
 */
export function orderInput(
  { day, shippingMinor, shippingTaxRateMilliPercent, ...draft }: OrderDraft & { channelId: number },
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
