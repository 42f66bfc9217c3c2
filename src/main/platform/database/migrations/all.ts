import { PeopleTables } from './0001-people';
import { StoresTables } from './0002-stores';
import { CatalogueTables } from './0003-catalogue';
import { StockTables } from './0004-stock';
import { SalesTables } from './0005-sales';
import { TransferTables } from './0006-transfers';
import { IssueTables } from './0007-issues';
import { StocktakeTables } from './0008-stocktakes';
import { AlertTables } from './0009-alerts';
import { ImportTables } from './0010-imports';
import { TaskTables } from './0011-tasks';
import { NoticeTables } from './0012-notices';
import { SaferSignIn } from './0013-safer-sign-in';
import { ApprovedReductions } from './0014-approved-reductions';
import { OrderGuards } from './0015-order-guards';
import { DeletedCategories } from './0016-deleted-categories';
import { AnsweredInputs } from './0017-answered-inputs';
import { NumberGaps } from './0018-number-gaps';

/** Every migration, oldest first. A new one goes at the end and never changes one that was released. */
export const migrations = [
  PeopleTables,
  StoresTables,
  CatalogueTables,
  StockTables,
  SalesTables,
  TransferTables,
  IssueTables,
  StocktakeTables,
  AlertTables,
  ImportTables,
  TaskTables,
  NoticeTables,
  SaferSignIn,
  ApprovedReductions,
  OrderGuards,
  DeletedCategories,
  AnsweredInputs,
  NumberGaps,
];

/** Their names, as a store's file keeps them (TypeORM wants a time stamp of 13 digits at the end). */
export const migrationNames = migrations.map((Migration) => new Migration().name);
