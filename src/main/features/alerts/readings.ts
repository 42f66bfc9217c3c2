import type { ReadingRun, ReadingTypes } from '#main/platform/reading/reading';
import type { Reader } from '#main/platform/work/connections';
import { type AlertMoment, dueAlerts } from './due-alerts';

/** How many products are checked between two looks at the signal; this takes a millisecond. */
const CHUNK = 500;

/** The readings of alerts. */
export const alertReadings = {
  /** All products that have an alert due at a moment. */
  'alerts.due'(reader: Reader, moment: AlertMoment, { signal }: ReadingRun): number[] {
    const dueOf = dueAlerts(reader);
    const idsAfter = reader
      .prepare<[number, number], number>('SELECT id FROM product WHERE id > ? ORDER BY id LIMIT ?')
      .pluck();
    const due = new Set<number>();
    let ids = idsAfter.all(0, CHUNK);
    while (ids.length > 0) {
      signal.throwIfAborted();
      const { raise, resolve } = dueOf(ids, moment);
      for (const { productId } of [...raise, ...resolve]) due.add(productId);
      ids = idsAfter.all(ids.at(-1) ?? 0, CHUNK);
    }
    return [...due];
  },
};

export type AlertReadings = ReadingTypes<typeof alertReadings>;
