import type { StoreLog } from '#main/platform/log/store-log';
import type { Log } from '#main/platform/logging/log';
import type { Tx } from '#main/platform/work/connections';
import type { WriteQueue } from '#main/platform/work/write-queue';
import { type DOCUMENT_PREFIXES, documentNumber } from '#shared/kernel/document-number';
import { type GapRow, numberWrites, type Series } from './number.queries';
import type { NumberKeeper } from './number-keeper';
import { prefixOf, shownGap } from './number-view';

interface Needs {
  writes: WriteQueue;
  keeper: NumberKeeper;
  audit: StoreLog;
  log: Log;
}

/** Assigns the gapless numbers of documents. */
export class NumberService {
  readonly #needs: Needs;
  readonly #sql;

  constructor(tx: Tx, needs: Needs) {
    this.#needs = needs;
    this.#sql = numberWrites(tx);
  }

  /** The next number of a kind of document of the store, in its printed form. */
  next(kind: keyof typeof DOCUMENT_PREFIXES): string {
    return this.#next({ kind, tillId: null, tillCode: null });
  }

  /** The next number of an order of a till, in its printed form. */
  nextOrder(till: { id: number; code: string }): string {
    return this.#next({ kind: 'order', tillId: till.id, tillCode: till.code });
  }

  /** Records numbers that are not in the store as gaps, and continues above them. */
  skip(lost: readonly GapRow[]): void {
    const { audit, log } = this.#needs;
    for (const gap of lost) {
      this.#sql.addGap.run({ ...gap, seriesId: this.#sql.skip.get(gap) });
      const { from, to, foundAt } = shownGap(gap);
      audit.recordUnsigned(foundAt, 'stores.skipNumbers', {
        entity: 'numbers',
        entityId: null,
        label: from === to ? from : `${from} – ${to}`,
        after: { from, to },
      });
      log.warn({ from, to }, 'numbers that were given before are not in the store; it continues above them');
    }
  }

  #next(series: Series): string {
    const { writes, keeper } = this.#needs;
    const number = this.#sql.next.get(series.kind, series.tillId) ?? 0;
    writes.afterCommit(() => keeper.keep([[series, number]]));
    return documentNumber(prefixOf(series), number);
  }
}
