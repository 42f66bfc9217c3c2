import { setImmediate as nextTurn } from 'node:timers/promises';
import type { SettingsService } from '#main/features/settings/index';
import type { Clock } from '#main/platform/clock';
import type { Database } from '#main/platform/database/database';
import type { Reading } from '#main/platform/reading/reading';
import type { InUnit } from '#main/platform/work/connections';
import type { AlertService } from './alert.service';
import { alertMoment } from './alert-moment';
import type { AlertReadings } from './readings';

interface Needs {
  database: Database;
  settings: SettingsService;
  clock: Clock;
  alerts: InUnit<AlertService>;
  reading: Reading<AlertReadings>;
}

/** The number of products in one unit of work: few enough that a scan at the till hardly waits. */
const CHUNK = 50;

/** Finds alerts that are due although nothing in the store changed: days pass, and backups are restored. */
export class MissedAlertService {
  readonly #needs: Needs;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /**
   * Checks all products in a reading thread. Only products with a due alert are written, some in each unit of work.
   * @throws the reason of the signal
   */
  async find(signal?: AbortSignal): Promise<void> {
    const { database, settings, clock, alerts, reading } = this.#needs;
    const moment = alertMoment(settings, clock());
    if (!moment) return;
    const due = await reading.runLong('alerts.due', moment, { signal });
    for (let start = 0; start < due.length; start += CHUNK) {
      signal?.throwIfAborted();
      await database.writes.run((tx) => alerts.in(tx).check(due.slice(start, start + CHUNK)));
      // Units of work alone let no calls from the tills in.
      await nextTurn();
    }
  }
}
