import type { AuditService } from '#main/features/audit/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Clock } from '#main/platform/clock';
import type { Database } from '#main/platform/database/database';
import type { NumbersFile } from '#main/platform/database/numbers-file';
import type { Log } from '#main/platform/logging/log';
import type { LostNumbers } from '#shared/contract/stores';
import { DOCUMENT_PREFIXES, documentNumber } from '#shared/kernel/document-number';
import { type GapRow, numberQueries, type SeriesRow } from './number.queries';

type Series = Omit<SeriesRow, 'lastNumber'>;

interface Needs {
  database: Database;
  file: NumbersFile;
  audit: AuditService;
  changes: ChangeFeed;
  clock: Clock;
  log: Log;
}

const SHOWN_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * Gives the gapless numbers of documents. The highest of each series is also kept outside of the database, so that none
 * is given twice when the database lost its last changes or an older file was put in its place.
 */
export class NumberService {
  readonly #needs: Needs;
  readonly #queries;
  #failing = false;

  constructor(needs: Needs) {
    this.#needs = needs;
    this.#queries = numberQueries(needs.database.handle);
  }

  /** The next number of a kind of document of the store, as people read it. Only within a unit of work. */
  next(kind: keyof typeof DOCUMENT_PREFIXES): string {
    return this.#next({ kind, tillId: null, tillCode: null });
  }

  /** The next number of an order of a till, as people read it. Only within a unit of work. */
  nextOrder(till: { id: number; code: string }): string {
    return this.#next({ kind: 'order', tillId: till.id, tillCode: till.code });
  }

  /**
   * Compares the store with the file when it is opened: where the store is behind, the numbers between are recorded as
   * a gap, in the log and in the audit trail, and the series continues above them.
   */
  async continueAboveLost(): Promise<void> {
    const { database, file, log, clock } = this.#needs;
    if (file.wasUnreadable) log.warn('numbers.json could not be read; it is written again from the store');
    const all = this.#queries.all.all();
    const lost = all.flatMap(({ lastNumber, ...series }): GapRow[] => {
      const highest = file.highest.get(keyOf(series)) ?? 0;
      if (highest <= lastNumber) return [];
      return [{ ...series, fromNumber: lastNumber + 1, toNumber: highest, foundAt: clock() }];
    });
    if (lost.length > 0) await database.writes.run(() => this.#skip(lost));
    this.#keep(all.map((series) => [keyOf(series), series.lastNumber]));
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

  #next(series: Series): string {
    const { writes } = this.#needs.database;
    if (!writes.isInUnit) throw new Error('A number is only given within a unit of work');
    const number = this.#queries.next.get(series.kind, series.tillId) ?? 0;
    writes.afterCommit(() => this.#keep([[keyOf(series), number]]));
    return documentNumber(prefixOf(series), number);
  }

  #skip(lost: readonly GapRow[]): void {
    const { audit, log } = this.#needs;
    for (const gap of lost) {
      this.#queries.addGap.run({ ...gap, seriesId: this.#queries.skip.get(gap) });
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

/** What tells a series from others in `numbers.json`. */
const keyOf = ({ kind, tillCode }: Series): string => (tillCode === null ? kind : `${kind} ${tillCode}`);

const prefixOf = ({ kind, tillCode }: Series): string =>
  kind === 'order' ? (tillCode ?? '') : DOCUMENT_PREFIXES[kind];

function shown({ fromNumber, toNumber, foundAt, ...series }: GapRow): LostNumbers {
  const prefix = prefixOf(series);
  return { from: documentNumber(prefix, fromNumber), to: documentNumber(prefix, toNumber), foundAt };
}
