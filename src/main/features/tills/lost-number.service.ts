import type { Clock } from '#main/platform/clock';
import type { Database } from '#main/platform/database/database';
import type { InUnit, OnReader, Reader } from '#main/platform/work/connections';
import type { LostNumbers } from '#shared/contract/stores';
import { DAY_MS } from '#shared/kernel/time';
import { type GapRow, numberReads } from './number.queries';
import type { NumberService } from './number.service';
import type { NumberKeeper } from './number-keeper';
import { shownGap } from './number-view';

interface Needs {
  database: Database;
  numbers: InUnit<NumberService>;
  keeper: NumberKeeper;
  clock: Clock;
}

const SHOWN_MS = 7 * DAY_MS;

/** Finds numbers that were assigned but are not in the store, so that none is assigned twice. */
export class LostNumberService {
  readonly #needs: Needs;
  readonly #reads: OnReader<ReturnType<typeof numberReads>>;

  constructor(needs: Needs) {
    this.#needs = needs;
    this.#reads = needs.database.onReader(numberReads);
  }

  /**
   * When the store is opened, compares it with the file outside it. If the store is behind, because it lost its latest
   * changes or was replaced by an older file, the missing numbers are recorded as a gap, in the program log and in the
   * store log, and the series continues above them.
   */
  async continueAbove(): Promise<void> {
    const { database, numbers, keeper, clock } = this.#needs;
    const all = database.read((reader) => this.#reads.on(reader).all.all());
    const lost = all.flatMap(({ lastNumber, ...series }): GapRow[] => {
      const highest = keeper.highestOf(series);
      if (highest <= lastNumber) return [];
      return [{ ...series, fromNumber: lastNumber + 1, toNumber: highest, foundAt: clock() }];
    });
    if (lost.length > 0) await database.writes.run((tx) => numbers.in(tx).skip(lost));
    keeper.keep(all.map(({ lastNumber, ...series }) => [series, lastNumber]));
  }

  /** The gaps found in the last seven days, for the window. */
  list(reader: Reader): LostNumbers[] {
    return this.#reads
      .on(reader)
      .gapsSince.all(this.#needs.clock() - SHOWN_MS)
      .map(shownGap);
  }
}
