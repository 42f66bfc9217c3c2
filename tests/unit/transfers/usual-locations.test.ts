import { describe, expect, test } from 'vitest';
import { routeWith, usualRoute } from '#renderer/features/transfers/usual-locations';
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

describe('a new transfer', () => {
  const shop = place(1, { isSellingLocation: true });
  const storeroom = place(3, { kind: 'storeroom' });

  test('goes from the storeroom to the selling location', () => {
    const route = usualRoute([shop, place(2), storeroom]);
    expect(route).toEqual({ fromLocationId: 3, toLocationId: 1 });
  });

  test('goes from another open location where there is no storeroom', () => {
    const closed = place(3, { kind: 'storeroom', closedAt: 5 });
    expect(usualRoute([shop, place(2), closed])).toEqual({ fromLocationId: 2, toLocationId: 1 });
  });

  test('has no route while only one location is open', () => {
    expect(usualRoute([shop, place(2, { closedAt: 5 })])).toBeNull();
    expect(usualRoute([])).toBeNull();
  });
});

describe('a chosen location', () => {
  const route = { fromLocationId: 1, toLocationId: 2 };

  test('replaces its end of the route', () => {
    expect(routeWith(route, 'from', 3)).toEqual({ fromLocationId: 3, toLocationId: 2 });
    expect(routeWith(route, 'to', 3)).toEqual({ fromLocationId: 1, toLocationId: 3 });
  });

  test('swaps the ends if it was at the other end', () => {
    expect(routeWith(route, 'from', 2)).toEqual({ fromLocationId: 2, toLocationId: 1 });
    expect(routeWith(route, 'to', 1)).toEqual({ fromLocationId: 2, toLocationId: 1 });
  });
});
