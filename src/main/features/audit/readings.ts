import { appendFileSync } from 'node:fs';
import { type CsvCell, toCsv } from '#main/platform/files/csv';
import { type ChainKeys, chainFrom } from '#main/platform/log/chain-keys';
import type { LogHead } from '#main/platform/log/log-head';
import { type LogReport, verifyLog } from '#main/platform/log/verify-log';
import type { ReadingRun, ReadingTypes } from '#main/platform/reading/reading';
import type { Reader } from '#main/platform/work/connections';
import { wallClock } from '#shared/kernel/time';
import { type AuditFilter, AuditQueries, type AuditRow } from './audit.queries';

interface ExportOrder {
  /** The path of the file that it writes. */
  place: string;
  filter: AuditFilter;
  newestId: number;
  timeZone: string;
}

interface CheckOrder {
  keys: ChainKeys;
  /** The newest entry as kept outside the store, read before the check. */
  head: LogHead | null;
}

/** How many entries are handled between two looks at the signal; this takes some milliseconds. */
const CHUNK = 1000;

/** The record of an entry whose personal details were erased. */
const ERASED = '(erased)';

const HEADINGS = [
  'Entry',
  'Time',
  'Person',
  'Approved by',
  'Action',
  'Record type',
  'Record id',
  'Record',
  'Before',
  'After',
];

/** The readings of the store log. */
export const auditReadings = {
  /**
   * Writes the entries that match a filter as CSV, from the newest one down; the progress counts those looked at.
   * @returns the number of entries written
   */
  'audit.export'(
    reader: Reader,
    { place, filter, newestId, timeZone }: ExportOrder,
    { signal, progress }: ReadingRun,
  ): number {
    appendFileSync(place, toCsv([HEADINGS]));
    const entriesOf = new AuditQueries(reader).walk(filter);
    let rows = 0;
    for (let upTo = newestId; upTo > 0; upTo -= CHUNK) {
      signal.throwIfAborted();
      const entries = entriesOf({ above: upTo - CHUNK, upTo });
      if (entries.length > 0) appendFileSync(place, toCsv(entries.map((entry) => cellsOf(entry, timeZone))));
      rows += entries.length;
      progress(newestId - Math.max(0, upTo - CHUNK));
    }
    return rows;
  },

  /** Checks that each entry is as it was written and that none is missing. */
  'audit.check'(reader: Reader, { keys, head }: CheckOrder, { signal, progress }: ReadingRun): LogReport {
    return verifyLog(reader, chainFrom(keys), head, (entries) => {
      if (entries % CHUNK !== 0) return;
      signal.throwIfAborted();
      progress(entries);
    });
  },
};

export type AuditReadings = ReadingTypes<typeof auditReadings>;

function cellsOf(row: AuditRow, timeZone: string): CsvCell[] {
  return [
    row.id,
    wallClock(row.at, timeZone).replace('T', ' '),
    row.accountName,
    row.approvedByName,
    row.action,
    row.entity,
    row.entityId,
    row.erased ? ERASED : row.label,
    row.before && JSON.stringify(row.before),
    row.after && JSON.stringify(row.after),
  ];
}
