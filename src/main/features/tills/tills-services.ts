import type { AuditService } from '#main/features/audit/index';
import type { Clock } from '#main/platform/clock';
import type { Database } from '#main/platform/database/database';
import type { NumbersFile } from '#main/platform/database/numbers-file';
import type { Log } from '#main/platform/logging/log';
import type { InUnit } from '#main/platform/work/connections';
import { LostNumberService } from './lost-number.service';
import { NumberService } from './number.service';
import { NumberKeeper } from './number-keeper';
import { TillService } from './till.service';

interface Needs {
  database: Database;
  file: NumbersFile;
  audit: InUnit<AuditService>;
  clock: Clock;
  log: Log;
}

/** The services of tills, put together. */
export function createTills({ database, file, audit, clock, log }: Needs) {
  const { writes } = database;
  const keeper = new NumberKeeper(file, log);
  const numbers = database.inUnits(
    (tx) => new NumberService(tx, { writes, keeper, audit: audit.in(tx), log }),
  );
  return {
    tills: database.inUnits((tx) => new TillService(tx, audit.in(tx))),
    numbers,
    numberKeeper: keeper,
    lostNumbers: new LostNumberService({ database, numbers, keeper, clock }),
  };
}
