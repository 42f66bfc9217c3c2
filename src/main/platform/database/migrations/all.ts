import { PartyTables } from './0001-parties';
import { PeopleTables } from './0002-people';
import { StoresTables } from './0003-stores';
import { CatalogueTables } from './0004-catalogue';
import { StockTables } from './0005-stock';
import { SalesTables } from './0006-sales';
import { OrderGuards } from './0007-order-guards';
import { TransferTables } from './0008-transfers';
import { IssueTables } from './0009-issues';
import { StocktakeTables } from './0010-stocktakes';
import { AlertTables } from './0011-alerts';
import { ImportTables } from './0012-imports';
import { TaskTables } from './0013-tasks';
import { NoticeTables } from './0014-notices';

/**
 * All migrations, oldest first. Until 1.0 they are a baseline that can be edited; a store that an earlier build made is
 * then refused. From 1.0 on, new migrations are appended and released ones never change.
 */
export const migrations = [
  PartyTables,
  PeopleTables,
  StoresTables,
  CatalogueTables,
  StockTables,
  SalesTables,
  OrderGuards,
  TransferTables,
  IssueTables,
  StocktakeTables,
  AlertTables,
  ImportTables,
  TaskTables,
  NoticeTables,
];

/** Their names as stored in a store's file (TypeORM requires a time stamp of 13 digits at the end). */
export const migrationNames = migrations.map((Migration) => new Migration().name);
