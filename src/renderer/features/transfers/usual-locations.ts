import type { Location } from '#shared/contract/stock';

/** The source and the destination of a transfer. */
interface Route {
  fromLocationId: number;
  toLocationId: number;
}

/**
 * The default route of a new transfer: from the first storeroom to the selling location, as for most transfers. Null
 * if there are fewer than two open locations.
 */
export function usualRoute(locations: readonly Location[]): Route | null {
  const open = locations.filter(({ closedAt }) => closedAt === null);
  const to = open.find(({ isSellingLocation }) => isSellingLocation) ?? open[0];
  const others = open.filter(({ id }) => id !== to?.id);
  const from = others.find(({ kind }) => kind === 'storeroom') ?? others[0];
  return from && to ? { fromLocationId: from.id, toLocationId: to.id } : null;
}

/** The route after one end is changed; choosing the location of the other end swaps the two. */
export function routeWith(route: Route, end: 'from' | 'to', locationId: number): Route {
  const swapped = { fromLocationId: route.toLocationId, toLocationId: route.fromLocationId };
  if (end === 'from') {
    return locationId === route.toLocationId ? swapped : { ...route, fromLocationId: locationId };
  }
  return locationId === route.fromLocationId ? swapped : { ...route, toLocationId: locationId };
}
