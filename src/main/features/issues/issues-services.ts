import type { ChangeFeed } from '../../change-feed';
import type { Database } from '../../database/database';
import type { AuditService } from '../audit/audit.service';
import type { ProductService } from '../catalogue/product.service';
import type { NumberService } from '../numbers/number.service';
import type { StockLedger } from '../stock/stock-ledger';
import type { SettingsService } from '../stores/settings.service';
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
