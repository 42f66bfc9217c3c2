import { AsyncLocalStorage } from 'node:async_hooks';
import path from 'node:path';
import { demoProcedures } from '#main/demo/demo.procedures';
import { createDemo } from '#main/demo/demo-services';
import { entities } from '#main/entities';
import { alertsProcedures, createAlerts, startAlertTimer } from '#main/features/alerts/index';
import {
  AuditExportService,
  AuditListService,
  auditProcedures,
  LogCheckService,
} from '#main/features/audit/index';
import { catalogueProcedures, createCatalogue } from '#main/features/catalogue/index';
import { createImports, importsProcedures } from '#main/features/imports/index';
import { createIssues, issuesProcedures } from '#main/features/issues/index';
import { createLabels, labelsProcedures } from '#main/features/labels/index';
import { createNotices, noticesProcedures } from '#main/features/notices/index';
import { createOverview, overviewProcedures } from '#main/features/overview/index';
import { createParties } from '#main/features/parties/index';
import { createPeople, peopleProcedures } from '#main/features/people/index';
import { createSales, orderNumbersOn, salesProcedures } from '#main/features/sales/index';
import { createScanning, scanningProcedures } from '#main/features/scanning/index';
import { createSettings, settingsProcedures } from '#main/features/settings/index';
import { createStock, stockProcedures } from '#main/features/stock/index';
import { createStocktakes, stocktakesProcedures } from '#main/features/stocktakes/index';
import { assertKeyOf, createStores, storesProcedures, storeUuid } from '#main/features/stores/index';
import { createTasks, tasksProcedures } from '#main/features/tasks/index';
import { createTills, NumberKeeper, tillsProcedures } from '#main/features/tills/index';
import { createTransfers, transfersProcedures } from '#main/features/transfers/index';
import { ChangeFeed } from '#main/platform/change-feed';
import { type Clock, systemClock } from '#main/platform/clock';
import { startDamageCheck } from '#main/platform/database/damage-check';
import { type OpenDatabase, openDatabase } from '#main/platform/database/database';
import { startHousekeeping } from '#main/platform/database/housekeeping';
import { assertNotMissing } from '#main/platform/database/missing-store';
import { NumbersFile } from '#main/platform/database/numbers-file';
import { keyFileBox, type SecretBox } from '#main/platform/files/secret-box';
import { StoreKey } from '#main/platform/files/store-key';
import { JobService } from '#main/platform/jobs/job.service';
import { jobsProcedures } from '#main/platform/jobs/jobs.procedures';
import { Chain } from '#main/platform/log/chain';
import { chainKeysOf } from '#main/platform/log/chain-keys';
import { startSegment } from '#main/platform/log/log-segments';
import { recordLostEntries } from '#main/platform/log/lost-entries';
import { StoreLog } from '#main/platform/log/store-log';
import { type Log, logOf } from '#main/platform/logging/log';
import type { LogState } from '#main/platform/logging/log-file';
import { drawingThreads } from '#main/platform/printing/drawing-threads';
import { readingThreads } from '#main/platform/reading/reading-threads';
import { Answers } from '#main/platform/rpc/answers';
import { eventProcedures } from '#main/platform/rpc/event.procedures';
import { OpenWindows } from '#main/platform/rpc/open-windows';
import { createProcedures, type Gate } from '#main/platform/rpc/procedures';
import { failStop } from '#main/platform/work/fail-stop';
import type { WriteQueueEvents } from '#main/platform/work/write-queue';
import type { StoreDrawings } from './drawing-worker';
import type { StoreReadings } from './reading-worker';

interface StoreOptions {
  /** The folder of the store's file and its key. */
  folder: string;
  log: Log;
  /** Whether the log can be written, which windows show; left out for a log that cannot fail. */
  logState?: LogState;
  clock?: Clock;
  /** The system's keychain, if there is one; otherwise secrets are encrypted with the store's key file. */
  keychain?: SecretBox | undefined;
  /** What happens when the state of the database is unknown; by default the program ends. */
  writeEvents?: WriteQueueEvents;
  /** The largest file that is checked before it is opened after a sudden end; for tests. */
  checkedBytes?: number;
}

const NEVER_FAILS: LogState = { failing: false, onChange: () => () => {} };

export type Store = Awaited<ReturnType<typeof openStore>>;

/**
 * Opens a store: database, then services, then router. It is independent of Electron, so that every rule can be tested
 * without a window.
 * @throws StoreFileError when its file cannot be used.
 */
export async function openStore({
  folder,
  log,
  logState = NEVER_FAILS,
  clock = systemClock,
  keychain,
  writeEvents = failStop(logOf(log, 'database')),
  checkedBytes,
}: StoreOptions) {
  const file = path.join(folder, 'store.sqlite');
  assertNotMissing(file);
  const database = await openDatabase(file, entities, writeEvents, checkedBytes);
  try {
    // After the file, because a key without a file means that the file is missing.
    const key = StoreKey.open(folder);
    return await openServices({ folder, log, logState, database, key, clock, keychain });
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Creates and starts everything above the database of a store. */
async function openServices(needs: ServiceNeeds) {
  const { folder, log, logState, database, clock } = needs;
  await assertKeyOf({ ...needs, log: logOf(log, 'stores') });
  const services = createServices(needs);
  const procedures = createProcedures({
    gate: services.gate,
    database,
    answers: services.answers,
    clock,
    log: logOf(log, 'rpc'),
  });
  const router = {
    alerts: alertsProcedures(procedures, services),
    audit: auditProcedures(procedures, services),
    catalogue: catalogueProcedures(procedures, services),
    events: eventProcedures(procedures, { ...services, clock }),
    imports: importsProcedures(procedures, services),
    issues: issuesProcedures(procedures, services),
    jobs: jobsProcedures(procedures, services.jobs),
    labels: labelsProcedures(procedures, services.labels),
    overview: overviewProcedures(procedures, services),
    notices: noticesProcedures(procedures, services),
    people: peopleProcedures(procedures, services, clock),
    sales: salesProcedures(procedures, services, database),
    scanning: scanningProcedures(procedures, services.codeLookUps),
    settings: settingsProcedures(procedures, services),
    stock: stockProcedures(procedures, services),
    stocktakes: stocktakesProcedures(procedures, services),
    stores: procedures.stores.router({
      ...storesProcedures(procedures, services),
      ...demoProcedures(procedures, services.demoStore),
    }),
    tasks: tasksProcedures(procedures, services),
    tills: tillsProcedures(procedures, services),
    transfers: transfersProcedures(procedures, services),
  };
  await startSegment(database, services.chain);
  await recordLostEntries({ database, storeLog: services.audit, keeper: services.numberKeeper, clock });
  await services.lostNumbers.continueAbove();
  await services.importLeftovers.clear();
  await services.jobs.clearLeftovers();
  const stopHousekeeping = startHousekeeping({
    database,
    forgetOld: (tx, now) => services.answers.forgetOld(tx, now),
    afterCheckpoint: () => services.numberKeeper.sync(),
    clock,
    log: logOf(log, 'database'),
  });
  services.noticeSender.start();
  const stopAlertTimer = startAlertTimer({
    ...services,
    damage: database.damage,
    log: logOf(log, 'alerts'),
  });
  // A log record may be written inside a unit of work that fails, and changes published in it would be dropped.
  const outsideOfUnits = AsyncLocalStorage.snapshot();
  const stopTelling = logState.onChange(() => outsideOfUnits(() => services.changes.publish('log')));
  const stopTellingDamage = database.damage.onFound(() =>
    outsideOfUnits(() => services.changes.publish('stores')),
  );
  const stopChecking = database.isUnchecked
    ? startDamageCheck({ ...services, damage: database.damage, log: logOf(log, 'database') })
    : () => Promise.resolve();
  return {
    database,
    services,
    router,
    folder,
    log,
    /**
     * Closes everything; if one part cannot be closed, the others still are.
     * @throws AggregateError of what failed
     */
    async close() {
      const failures: unknown[] = [];
      for (const step of [
        stopTelling,
        stopTellingDamage,
        stopChecking,
        stopHousekeeping,
        stopAlertTimer,
        () => services.noticeSender.stop(),
        () => services.jobs.close(),
        () => services.importLeftovers.close(),
        () => services.reading.close(),
        () => services.drawing.close(),
        () => database.writes.drain(),
        () => database.close(),
        () => services.numberKeeper.close(),
      ]) {
        try {
          await step();
        } catch (error) {
          failures.push(error);
        }
      }
      if (failures.length > 0) throw new AggregateError(failures, 'The store was not closed in good order');
    },
  };
}

interface ServiceNeeds {
  folder: string;
  log: Log;
  logState: LogState;
  database: OpenDatabase;
  key: StoreKey;
  clock: Clock;
  keychain: SecretBox | undefined;
}

function createServices({ folder, log, logState, database, key, clock, keychain }: ServiceNeeds) {
  const changes = new ChangeFeed(database.writes);
  const answers = new Answers(database, key);
  const numberKeeper = new NumberKeeper(NumbersFile.open(folder, storeUuid(database)), logOf(log, 'numbers'));
  const chain = new Chain(key);
  const audit = database.inUnits(
    (tx) => new StoreLog(tx, { chain, keeper: numberKeeper, changes, writes: database.writes }),
  );
  const settings = createSettings({ database, audit });
  const jobs = new JobService({
    folder,
    database,
    changes,
    clock,
    log: logOf(log, 'jobs'),
  });
  const threadFile = { name: 'reading-worker', beside: import.meta };
  const reading = readingThreads<StoreReadings>(threadFile, database.file);
  const drawing = drawingThreads<StoreDrawings>({ name: 'drawing-worker', beside: import.meta });
  const common = { database, reading, drawing, ...settings, audit, changes, clock };
  const timeZone = (): string => settings.settings.current.timeZone;

  const tills = createTills({ ...common, numberKeeper, log: logOf(log, 'numbers') });
  const parties = createParties(database);
  const people = createPeople({ ...common, ...parties, key });
  const stock = createStock({ ...common, tills: tills.tills });
  const catalogue = createCatalogue({ ...common, ...parties, stock: stock.ledger, jobs });
  const goods = {
    ...common,
    ...tills,
    ...stock,
    ...catalogue,
    ...createScanning({ ...common, orderNumbersOn }),
  };
  const sales = createSales(goods);
  people.signIns.onTakeOver((tx, ctx, to) => sales.sales.in(tx).parking.handOver(ctx, to));
  const issues = createIssues(goods);
  const transfers = createTransfers(goods);
  const stocktakes = createStocktakes(goods);
  const alerts = createAlerts(goods);
  const keyFile = keyFileBox(key);
  const notices = createNotices({
    ...common,
    ...alerts,
    ...people,
    secretBoxes: keychain ? [keychain, keyFile] : [keyFile],
    log: logOf(log, 'notices'),
  });
  const tasks = createTasks(common);
  const stores = createStores({ ...goods, ...people, key, jobs, logState });
  const demo = createDemo({
    ...goods,
    ...stores,
    ...people,
    ...sales,
    ...issues,
    ...transfers,
    ...stocktakes,
    ...tasks,
  });
  const gate: Gate = {
    ...people.gate,
    checkSetupCode: (given, call, now) => stores.setupCode.check(given, call, now),
  };
  return {
    ...goods,
    ...people,
    ...sales,
    ...issues,
    ...transfers,
    ...stocktakes,
    ...alerts,
    ...notices,
    ...tasks,
    ...stores,
    ...createOverview(common),
    ...createImports({ ...goods, folder, jobs }),
    ...createLabels(goods),
    auditLists: database.onReader((reader) => new AuditListService(reader, timeZone)),
    auditExports: database.onReader((reader) => new AuditExportService(reader, { timeZone, jobs, reading })),
    logChecks: new LogCheckService({
      keys: chainKeysOf(key),
      keeper: numberKeeper,
      jobs,
      reading,
      log: logOf(log, 'audit'),
    }),
    demoStore: demo,
    answers,
    audit,
    chain,
    numberKeeper,
    reading,
    drawing,
    jobs,
    gate,
    openWindows: new OpenWindows(gate, clock),
  };
}
