import { GoodsIssueEntity } from './goods-issue.entity';
import { GoodsIssueClosingEntity } from './goods-issue-closing.entity';
import { GoodsIssueLineEntity } from './goods-issue-line.entity';

/** The tables of `issues`. */
export const issuesEntities = [GoodsIssueEntity, GoodsIssueLineEntity, GoodsIssueClosingEntity];
