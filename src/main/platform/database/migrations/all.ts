import { PeopleTables } from './0001-people';
import { StoresTables } from './0002-stores';
import { CatalogueTables } from './0003-catalogue';
import { StockTables } from './0004-stock';
import { SalesTables } from './0005-sales';
import { OrderGuards } from './0006-order-guards';
import { TransferTables } from './0007-transfers';
import { IssueTables } from './0008-issues';
import { StocktakeTables } from './0009-stocktakes';
import { AlertTables } from './0010-alerts';
import { ImportTables } from './0011-imports';
import { TaskTables } from './0012-tasks';
import { NoticeTables } from './0013-notices';

/**
 * Every migration, oldest first. Until 1.0 they are a baseline that a change may edit: a store that an earlier build made
 * is then refused. From 1.0 on a new one goes at the end and never changes one that was released.
 */
export const migrations = [
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

/** Their names, as a store's file keeps them (TypeORM wants a time stamp of 13 digits at the end). */
export const migrationNames = migrations.map((Migration) => new Migration().name);
