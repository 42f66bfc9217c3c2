import type { AuditService } from '#main/features/audit/index';
import type { ProductService } from '#main/features/catalogue/index';
import type { SettingsService } from '#main/features/settings/index';
import type { StockLedger } from '#main/features/stock/index';
import type { NumberService } from '#main/features/tills/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Database } from '#main/platform/database/database';
import { GivingBackService } from './giving-back.service';
import { HandingOutService } from './handing-out.service';
import { IssueService } from './issue.service';
import { IssueDrafts } from './issue-drafts';

interface Needs {
  database: Database;
  settings: SettingsService;
  products: ProductService;
  ledger: StockLedger;
  numbers: NumberService;
  audit: AuditService;
  changes: ChangeFeed;
}

/** The services of issue and return, put together. */
export function createIssues(needs: Needs) {
  const drafts = new IssueDrafts(needs.database);
  return {
    issues: new IssueService({ ...needs, drafts }),
    handingOut: new HandingOutService({ ...needs, drafts }),
    givingBack: new GivingBackService({ ...needs, drafts }),
  };
}

export type IssuesServices = ReturnType<typeof createIssues>;
