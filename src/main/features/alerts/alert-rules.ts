import type { Crossing, OpenAlert } from './crossing.queries';

/** What has to be written so that the open alerts are those that are called for. */
export interface Pending {
  raise: Crossing[];
  resolve: OpenAlert[];
}

/**
 * Compares what calls for an alert with what is open: each crossing is raised once, and again only after it was
 * resolved. What hangs on the date alone stays as it is while the clock is set back.
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
    if (alert.batchStands === 0) return false;
    return crossing?.kind === alert.kind || isSetBack(alert, crossing, now);
  };
  const standing = new Set(open.filter(stands).map(subjectOf));
  return {
    raise: crossings.filter((crossing) => !standing.has(subjectOf(crossing))),
    resolve: open.filter((alert) => !standing.has(subjectOf(alert))),
  };
}

/** What an alert is about: a product, a product at a place, or a batch, near its expiry or past it. */
function subjectOf({
  productId,
  locationId,
  batchId,
}: Pick<Crossing, 'productId' | 'locationId' | 'batchId'>) {
  return `${productId}/${locationId ?? ''}/${batchId ?? ''}`;
}

/** Whether a batch seems to be further from its expiry than when its alert was raised: no day comes twice. */
function isSetBack(alert: OpenAlert, crossing: Crossing | undefined, now: number): boolean {
  return now < alert.raisedAt && crossing?.kind !== 'expired';
}
