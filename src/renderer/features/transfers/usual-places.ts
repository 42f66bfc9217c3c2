import type { Location } from '#shared/contract/stock';

/** From where to where. */
interface Route {
  fromLocationId: number;
  toLocationId: number;
}

/**
 * The places that a transfer begins with, until somebody says otherwise: from the first storeroom to where the
 * till sells, which is what most of them are. Null where there are no two open places.
 */
export function usualRoute(locations: readonly Location[]): Route | null {
  const open = locations.filter(({ closedAt }) => closedAt === null);
  const to = open.find(({ isSellingLocation }) => isSellingLocation) ?? open[0];
  const others = open.filter(({ id }) => id !== to?.id);
  const from = others.find(({ kind }) => kind === 'storeroom') ?? others[0];
  return from && to ? { fromLocationId: from.id, toLocationId: to.id } : null;
}

/** The route once one end of it is another place: an end that is chosen for the other one swaps the two. */
export function routeWith(route: Route, end: 'from' | 'to', locationId: number): Route {
  const swapped = { fromLocationId: route.toLocationId, toLocationId: route.fromLocationId };
  if (end === 'from') {
    return locationId === route.toLocationId ? swapped : { ...route, fromLocationId: locationId };
  }
  return locationId === route.fromLocationId ? swapped : { ...route, toLocationId: locationId };
}
