import type { AuditService } from '#main/features/audit/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Clock } from '#main/platform/clock';
import type { Database } from '#main/platform/database/database';
import type { NumbersFile } from '#main/platform/database/numbers-file';
import type { Log } from '#main/platform/logging/log';
import type { InUnit } from '#main/platform/work/connections';
import { LostNumberService } from './lost-number.service';
import { NumberService } from './number.service';
import { NumberKeeper } from './number-keeper';
import { TillService } from './till.service';
import { TillListService } from './till-list.service';

interface Needs {
  database: Database;
  file: NumbersFile;
  audit: InUnit<AuditService>;
  changes: ChangeFeed;
  clock: Clock;
  log: Log;
}

/** The services of tills, put together. */
export function createTills({ database, file, audit, changes, clock, log }: Needs) {
  const { writes } = database;
  const keeper = new NumberKeeper(file, log);
  const numbers = database.inUnits(
    (tx) => new NumberService(tx, { writes, keeper, audit: audit.in(tx), log }),
  );
  return {
    tills: database.inUnits((tx) => new TillService(tx, audit.in(tx), changes)),
    tillLists: database.onReader((reader) => new TillListService(reader)),
    numbers,
    numberKeeper: keeper,
    lostNumbers: new LostNumberService({ database, numbers, keeper, clock }),
  };
}

export type TillsServices = ReturnType<typeof createTills>;
