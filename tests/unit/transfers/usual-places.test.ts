import { describe, expect, test } from 'vitest';
import { routeWith, usualRoute } from '#renderer/features/transfers/usual-places';
import type { Location } from '#shared/contract/stock';

const place = (id: number, given: Partial<Location> = {}): Location => ({
  id,
  name: `Place ${id}`,
  kind: 'department',
  barcode: null,
  isSellingLocation: false,
  closedAt: null,
  products: 0,
  deletable: false,
  version: 1,
  ...given,
});

describe('a transfer begins', () => {
  const shop = place(1, { isSellingLocation: true });
  const storeroom = place(3, { kind: 'storeroom' });

  test('from the storeroom to where the till sells', () => {
    const route = usualRoute([shop, place(2), storeroom]);
    expect(route).toEqual({ fromLocationId: 3, toLocationId: 1 });
  });

  test('from another open place where there is no storeroom', () => {
    const closed = place(3, { kind: 'storeroom', closedAt: 5 });
    expect(usualRoute([shop, place(2), closed])).toEqual({ fromLocationId: 2, toLocationId: 1 });
  });

  test('nowhere while only one place is open', () => {
    expect(usualRoute([shop, place(2, { closedAt: 5 })])).toBeNull();
    expect(usualRoute([])).toBeNull();
  });
});

describe('a place that is chosen', () => {
  const route = { fromLocationId: 1, toLocationId: 2 };

  test('takes its end of the route', () => {
    expect(routeWith(route, 'from', 3)).toEqual({ fromLocationId: 3, toLocationId: 2 });
    expect(routeWith(route, 'to', 3)).toEqual({ fromLocationId: 1, toLocationId: 3 });
  });

  test('swaps the two when it stood at the other end', () => {
    expect(routeWith(route, 'from', 2)).toEqual({ fromLocationId: 2, toLocationId: 1 });
    expect(routeWith(route, 'to', 1)).toEqual({ fromLocationId: 2, toLocationId: 1 });
  });
});
