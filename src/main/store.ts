import path from 'node:path';
import { ChangeFeed } from './change-feed';
import { type Clock, systemClock } from './clock';
import { type Database, type EntityClass, openDatabase } from './database/database';
import { auditProcedures } from './features/audit/audit.procedures';
import { AuditService } from './features/audit/audit.service';
import { AuditListService } from './features/audit/audit-list.service';
import { catalogueProcedures } from './features/catalogue/catalogue.procedures';
import { catalogueEntities, createCatalogue } from './features/catalogue/catalogue-services';
import { AccountEntity } from './features/people/account.entity';
import { peopleProcedures } from './features/people/people.procedures';
import { createPeople } from './features/people/people-services';
import { HistoryService } from './features/stock/history.service';
import { LocationEntity } from './features/stock/location.entity';
import { LocationService } from './features/stock/location.service';
import { stockProcedures } from './features/stock/stock.procedures';
import { StockService } from './features/stock/stock.service';
import { StockLedger } from './features/stock/stock-ledger';
import { SettingsService } from './features/stores/settings.service';
import { type Log, logOf } from './log';
import { Answers } from './rpc/answers';
import { eventProcedures } from './rpc/event.procedures';
import { createProcedures, type Gate } from './rpc/procedures';
import { StoreKey } from './store-key';

export interface StoreOptions {
  /** The folder that holds the store's file and its key. */
  folder: string;
  log: Log;
  clock?: Clock;
}

const entities: EntityClass[] = [...catalogueEntities, LocationEntity, AccountEntity];

export type Store = Awaited<ReturnType<typeof openStore>>;

/**
 * Opens a store: database, then services, then router. Knows nothing of Electron, so that every rule can
 * be tried without a window.
 * @throws StoreFileError when its file cannot be used.
 */
export async function openStore({ folder, log, clock = systemClock }: StoreOptions) {
  const key = StoreKey.open(folder);
  const database = await openDatabase(path.join(folder, 'store.sqlite'), entities);
  const services = createServices(database, key, clock);
  const procedures = createProcedures({
    gate: services.gate,
    writes: database.writes,
    answers: services.answers,
    clock,
    log: logOf(log, 'rpc'),
  });
  const router = {
    audit: auditProcedures(procedures, services.auditLists),
    catalogue: catalogueProcedures(procedures, services),
    events: eventProcedures(procedures, services.changes),
    people: peopleProcedures(procedures, services, clock),
    stock: stockProcedures(procedures, services),
  };
  return {
    database,
    services,
    router,
    folder,
    async close() {
      await database.writes.drain();
      await database.close();
    },
  };
}

function createServices(database: Database, key: StoreKey, _clock: Clock) {
  const { handle } = database;
  const changes = new ChangeFeed(database.writes);
  const answers = new Answers(handle);
  const audit = new AuditService(handle, changes);
  const settings = new SettingsService(handle);
  const ledger = new StockLedger(handle);
  const locations = new LocationService(database, audit, changes);
  const stock = new StockService({ database, ledger, settings, audit, changes });
  const history = new HistoryService(database, settings);
  const auditLists = new AuditListService(database, settings);
  const people = createPeople({ database, key, settings, audit, changes });
  const catalogue = createCatalogue({ database, settings, stock: ledger, audit, changes });
  const gate: Gate = {
    authenticate: (token, now) => people.sessions.authenticate(token, now),
    approve: (asker, rule, pin, now) => people.approvals.approve(asker, rule, pin, now),
  };
  return {
    changes,
    answers,
    audit,
    auditLists,
    settings,
    ledger,
    locations,
    stock,
    history,
    ...people,
    ...catalogue,
    gate,
  };
}
