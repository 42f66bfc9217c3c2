import { PeopleTables } from './0001-people';
import { StoresTables } from './0002-stores';
import { CatalogueTables } from './0003-catalogue';
import { StockTables } from './0004-stock';
import { SalesTables } from './0005-sales';
import { TransferTables } from './0006-transfers';

/** Every migration, oldest first. A new one goes at the end and never changes one that was released. */
export const migrations = [
  PeopleTables,
  StoresTables,
  CatalogueTables,
  StockTables,
  SalesTables,
  TransferTables,
];

/** Their names, as a store's file keeps them (TypeORM wants a time stamp of 13 digits at the end). */
export const migrationNames = migrations.map((Migration) => new Migration().name);
