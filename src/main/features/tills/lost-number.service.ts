import type { Clock } from '#main/platform/clock';
import type { Database } from '#main/platform/database/database';
import type { InUnit, OnReader, Reader } from '#main/platform/work/connections';
import type { LostNumbers } from '#shared/contract/stores';
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

const SHOWN_MS = 7 * 24 * 60 * 60 * 1000;

/** Finds numbers that were given but are not in the store, so that none is given twice. */
export class LostNumberService {
  readonly #needs: Needs;
  readonly #reads: OnReader<ReturnType<typeof numberReads>>;

  constructor(needs: Needs) {
    this.#needs = needs;
    this.#reads = needs.database.onReader(numberReads);
  }

  /**
   * Compares the store with what is kept outside of it, when it is opened: where the store is behind, because it lost its
   * last changes or an older file was put in its place, the numbers between are recorded as a gap, in the log and in the
   * audit trail, and the series continues above them.
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

  /** The gaps found within the last seven days, for the window. */
  list(reader: Reader): LostNumbers[] {
    return this.#reads
      .on(reader)
      .gapsSince.all(this.#needs.clock() - SHOWN_MS)
      .map(shownGap);
  }
}
