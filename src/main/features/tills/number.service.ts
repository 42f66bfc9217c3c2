import type { AuditService } from '#main/features/audit/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Clock } from '#main/platform/clock';
import type { Database } from '#main/platform/database/database';
import type { StoreSeries } from '#main/platform/database/number-sql';
import type { NumbersFile } from '#main/platform/database/numbers-file';
import type { Log } from '#main/platform/logging/log';
import type { LostNumbers } from '#shared/contract/stores';
import { type GapRow, numberQueries } from './number.queries';

interface Needs {
  database: Database;
  file: NumbersFile;
  audit: AuditService;
  changes: ChangeFeed;
  clock: Clock;
  log: Log;
}

const SHOWN_MS = 7 * 24 * 60 * 60 * 1000;
const NUMBER_DIGITS = 6;
const PREFIXES: Record<string, string> = { transfer: 'TR', issue: 'IS', stocktake: 'CT' };

/**
 * Keeps the highest number ever given of each series outside of the database, so that none is given twice when the
 * database lost its last changes or an older file was put in its place.
 */
export class NumberService {
  readonly #needs: Needs;
  readonly #queries;
  #failing = false;

  constructor(needs: Needs) {
    this.#needs = needs;
    this.#queries = numberQueries(needs.database.handle);
  }

  /** Notes a number that is given in the running unit of work, once that is on disk. */
  given(series: StoreSeries | `order ${string}`, number: number): void {
    this.#needs.database.writes.afterCommit(() => this.#keep([[series, number]]));
  }

  /**
   * Compares the store with the file when it is opened: where the store is behind, the numbers between are recorded as
   * a gap, in the log and in the audit trail, and the series continues above them.
   */
  async continueAboveLost(): Promise<void> {
    const { database, file, log, clock } = this.#needs;
    if (file.wasUnreadable) log.warn('numbers.json could not be read; it is written again from the store');
    const last = this.#queries.last.all();
    const lost = last.flatMap(({ series, number }): GapRow[] => {
      const highest = file.highest.get(series) ?? 0;
      if (highest <= number) return [];
      return [{ series, fromNumber: number + 1, toNumber: highest, foundAt: clock() }];
    });
    if (lost.length > 0) await database.writes.run(() => this.#skip(lost));
    this.#keep(last.map(({ series, number }) => [series, number]));
  }

  /** The gaps found within the last seven days, for the window. */
  lost(): LostNumbers[] {
    return this.#queries.gapsSince.all(this.#needs.clock() - SHOWN_MS).map(shown);
  }

  /** Makes the file durable, after a checkpoint; a failure is logged. */
  sync(): void {
    this.#attempt((file) => file.sync());
  }

  close(): void {
    this.#attempt((file) => file.close());
  }

  #skip(lost: readonly GapRow[]): void {
    const { audit, log } = this.#needs;
    for (const gap of lost) {
      this.#queries.addGap.run(gap);
      if (gap.series.startsWith('order ')) this.#queries.skipOrders.run(gap.toNumber, gap.series);
      const { from, to, foundAt } = shown(gap);
      audit.recordUnsigned(foundAt, 'stores.skipNumbers', {
        entity: 'numbers',
        entityId: null,
        label: from === to ? from : `${from} – ${to}`,
        after: { from, to },
      });
      log.warn({ from, to }, 'numbers that were given before are not in the store; it continues above them');
    }
  }

  #keep(numbers: Array<readonly [string, number]>): void {
    this.#attempt((file) => file.raise(numbers));
  }

  /** What is on disk in the store is safe: a failure of this file is logged, once, and stops no sale. */
  #attempt(work: (file: NumbersFile) => void): void {
    try {
      work(this.#needs.file);
      this.#failing = false;
    } catch (error) {
      if (!this.#failing) this.#needs.log.warn({ err: error }, 'numbers.json could not be written');
      this.#failing = true;
    }
  }
}

function shown({ series, fromNumber, toNumber, foundAt }: GapRow): LostNumbers {
  const prefix = PREFIXES[series] ?? series.slice('order '.length);
  const text = (number: number) => `${prefix}-${String(number).padStart(NUMBER_DIGITS, '0')}`;
  return { from: text(fromNumber), to: text(toNumber), foundAt };
}
