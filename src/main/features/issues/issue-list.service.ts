import { DocumentListService, type ListNeeds } from '#main/features/documents/index';
import type { Ctx } from '#main/platform/ctx';
import type { Reader } from '#main/platform/work/connections';
import type { ParsedInputs } from '#shared/contract/index';
import type { Issue, IssueHead, IssueLine } from '#shared/contract/issues';
import { closingQueries } from './closing.queries';
import { ISSUE, type IssueLineRow, type IssueRow } from './issue-kind';
import { holderQueries, outstandingList } from './outstanding.queries';
import { outstandingVisibleTo } from './outstanding-view';

type Calls = ParsedInputs['issues'];

/** Read access to issues and outstanding goods. */
export class IssueListService extends DocumentListService<IssueRow, IssueLineRow, IssueHead, IssueLine> {
  readonly #closings;
  readonly #outstanding;
  readonly #holders;

  constructor(reader: Reader, needs: ListNeeds) {
    super(reader, ISSUE, needs);
    this.#closings = closingQueries(reader);
    this.#outstanding = outstandingList(reader);
    this.#holders = holderQueries(reader);
  }

  /** One issue with its lines and what happened to the issued goods. @throws NOT_FOUND */
  override get(ctx: Ctx, id: number): Issue {
    const closings = this.#closings.ofIssue.all(id);
    return {
      ...super.get(ctx, id),
      closings: closings.map(({ byId, byName, ...closing }) => ({
        ...closing,
        by: { id: byId, name: byName },
      })),
    };
  }

  /** The outstanding goods by holder, longest outstanding first. Costs are null for people who may not see them. */
  outstanding(ctx: Ctx, { offset, limit, ...filter }: Calls['outstanding']) {
    const { rows, ...total } = this.#outstanding.page(filter, { offset, limit });
    return { rows: rows.map((row) => outstandingVisibleTo(ctx, row)), ...total };
  }

  /** The people and names that goods can be issued to, by name. */
  holders({ search }: Calls['holders']) {
    return this.#holders.holders(search);
  }
}
