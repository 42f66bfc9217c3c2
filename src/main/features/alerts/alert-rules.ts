import type { Crossing, OpenAlert } from './crossing.queries';

/** The changes that make the open alerts match the current conditions. */
export interface Pending {
  raise: Crossing[];
  resolve: OpenAlert[];
}

/**
 * Compares the conditions for alerts with the open alerts: each crossing is raised once, and again only after it was
 * resolved. An alert that depends only on the date stays unchanged while the clock is set back.
 * @param now UTC epoch milliseconds
 */
export function pendingAlerts(
  crossings: readonly Crossing[],
  open: readonly OpenAlert[],
  now: number,
): Pending {
  const called = new Map(crossings.map((crossing) => [subjectOf(crossing), crossing]));
  const stands = (alert: OpenAlert): boolean => {
    const crossing = called.get(subjectOf(alert));
    if (alert.batchId === null) return crossing !== undefined;
    if (alert.batchApplies === 0) return false;
    return crossing?.kind === alert.kind || isSetBack(alert, crossing, now);
  };
  const standing = new Set(open.filter(stands).map(subjectOf));
  return {
    raise: crossings.filter((crossing) => !standing.has(subjectOf(crossing))),
    resolve: open.filter((alert) => !standing.has(subjectOf(alert))),
  };
}

/** The subject of an alert: a product, a product at a location, or a batch, whether near expiry or expired. */
function subjectOf({
  productId,
  locationId,
  batchId,
}: Pick<Crossing, 'productId' | 'locationId' | 'batchId'>) {
  return `${productId}/${locationId ?? ''}/${batchId ?? ''}`;
}

/** Whether a batch seems further from its expiry than when its alert was raised because the clock was set back. */
function isSetBack(alert: OpenAlert, crossing: Crossing | undefined, now: number): boolean {
  return now < alert.raisedAt && crossing?.kind !== 'expired';
}
