import type { ProductService } from '#main/features/catalogue/index';
import type { CodeResolver } from '#main/features/scanning/index';
import type { SettingsService } from '#main/features/settings/index';
import type { StockLedger } from '#main/features/stock/index';
import type { NumberService } from '#main/features/tills/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Database } from '#main/platform/database/database';
import type { StoreLog } from '#main/platform/log/store-log';
import type { InUnit } from '#main/platform/work/connections';
import { GoodsIssueService } from './goods-issue.service';
import { GoodsReturnService } from './goods-return.service';
import { IssueService } from './issue.service';
import { IssueDrafts } from './issue-drafts';
import { IssueListService } from './issue-list.service';

interface Needs {
  database: Database;
  settings: SettingsService;
  products: InUnit<ProductService>;
  codes: InUnit<CodeResolver>;
  ledger: InUnit<StockLedger>;
  numbers: InUnit<NumberService>;
  audit: InUnit<StoreLog>;
  changes: ChangeFeed;
}

/** Creates the services of issues and returns. */
export function createIssues({ database, settings, changes, ...others }: Needs) {
  return {
    issues: database.inUnits((tx) => {
      const needs = {
        settings,
        changes,
        drafts: new IssueDrafts(tx),
        products: others.products.in(tx),
        codes: others.codes.in(tx),
        ledger: others.ledger.in(tx),
        numbers: others.numbers.in(tx),
        audit: others.audit.in(tx),
      };
      return {
        filling: new IssueService(needs),
        goodsIssues: new GoodsIssueService(needs),
        goodsReturns: new GoodsReturnService(tx, needs),
      };
    }),
    issueLists: database.onReader((reader) => new IssueListService(reader, settings)),
  };
}

export type IssuesServices = ReturnType<typeof createIssues>;
