import { describe, expect, it } from 'vitest';
import { orderInput } from '#renderer/features/sales/orders/order-draft';
import { dayOf } from '#shared/kernel/time';

const draft = {
  channelId: 2,
  day: '2026-03-10',
  customerName: 'Ada Brown',
  customerEmail: '',
  customerPhone: '',
  shippingAddress: '',
  billingAddress: '',
  shippingMinor: null,
  shippingTaxRateMilliPercent: 20_000,
  note: '',
};
const today = { today: '2026-03-10', timeZone: 'Pacific/Auckland' };

describe('a placed order', () => {
  it('of today has no date, so that the store uses the current time', () => {
    expect(orderInput(draft, today)).not.toHaveProperty('orderedAt');
  });

  it('of an earlier day is dated on that day of the store', () => {
    const { orderedAt = 0 } = orderInput({ ...draft, day: '2026-03-08' }, today);

    expect(dayOf(orderedAt, today.timeZone)).toBe('2026-03-08');
  });

  it('without shipping has no shipping tax', () => {
    expect(orderInput(draft, today)).toMatchObject({ shippingMinor: 0, shippingTaxRateMilliPercent: 0 });
  });

  it('with shipping has the shipping tax rate', () => {
    expect(orderInput({ ...draft, shippingMinor: 450 }, today)).toMatchObject({
      shippingMinor: 450,
      shippingTaxRateMilliPercent: 20_000,
    });
  });
});
