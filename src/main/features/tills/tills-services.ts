import type { Clock } from '#main/platform/clock';
import type { Database } from '#main/platform/database/database';
import type { StoreLog } from '#main/platform/log/store-log';
import type { Log } from '#main/platform/logging/log';
import type { InUnit } from '#main/platform/work/connections';
import { LostNumberService } from './lost-number.service';
import { NumberService } from './number.service';
import type { NumberKeeper } from './number-keeper';
import { TillService } from './till.service';
import { TillListService } from './till-list.service';

interface Needs {
  database: Database;
  numberKeeper: NumberKeeper;
  audit: InUnit<StoreLog>;
  clock: Clock;
  log: Log;
}

/** Creates the services of tills. */
export function createTills({ database, numberKeeper, audit, clock, log }: Needs) {
  const { writes } = database;
  const numbers = database.inUnits(
    (tx) => new NumberService(tx, { writes, keeper: numberKeeper, audit: audit.in(tx), log }),
  );
  return {
    tills: database.inUnits((tx) => new TillService(tx, audit.in(tx))),
    tillLists: database.onReader((reader) => new TillListService(reader)),
    numbers,
    lostNumbers: new LostNumberService({ database, numbers, keeper: numberKeeper, clock }),
  };
}

export type TillsServices = ReturnType<typeof createTills>;
