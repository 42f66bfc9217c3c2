import type { SettingsService } from '#main/features/settings/index';
import { ShelfService } from '#main/features/stock/index';
import type { Ctx } from '#main/platform/ctx';
import type { Reader } from '#main/platform/work/connections';
import type { Outputs, ParsedInputs } from '#shared/contract/index';
import type { Issue } from '#shared/contract/issues';
import { refuse } from '#shared/contract/refusals';
import { instantsOf } from '#shared/kernel/time';
import { issueReads } from './issue.queries';
import { issueList } from './issue-list.queries';
import { shortOfDraft } from './issue-plan';
import { issueSlip } from './issue-slip';
import { headOf, wholeOf } from './issue-view';
import { holderQueries, outstandingList } from './outstanding.queries';
import { outstandingVisibleTo } from './outstanding-view';

type Calls = ParsedInputs['issues'];

/** Read access to issues and outstanding goods. */
export class IssueListService {
  readonly #reads;
  readonly #list;
  readonly #outstanding;
  readonly #holders;
  readonly #shelves: ShelfService;
  readonly #settings: SettingsService;

  constructor(reader: Reader, settings: SettingsService) {
    this.#reads = issueReads(reader);
    this.#list = issueList(reader);
    this.#outstanding = outstandingList(reader);
    this.#holders = holderQueries(reader);
    this.#shelves = new ShelfService(reader);
    this.#settings = settings;
  }

  /** A page of issues, newest first; days are in the store's time zone, both inclusive. */
  list({ offset, limit, from, to, ...filter }: Calls['list']): Outputs['issues']['list'] {
    const instants = instantsOf({ from, to }, this.#settings.current.timeZone);
    const { rows, ...total } = this.#list.page({ ...filter, ...instants }, { offset, limit });
    return { rows: rows.map(headOf), ...total };
  }

  /** One issue with its lines; a draft also with the available stock of each. @throws NOT_FOUND */
  get(ctx: Ctx, id: number): Issue {
    const row = this.#reads.issue.get(id);
    if (!row) throw refuse('NOT_FOUND', { what: 'issue slip' });
    const lines = this.#reads.lines.all(id);
    const short = shortOfDraft(ctx, this.#settings.current, { row, lines, shelves: this.#shelves });
    return wholeOf(ctx, this.#reads, row, short);
  }

  /** The slip to sign. @throws NOT_FOUND */
  async pdf(ctx: Ctx, id: number): Promise<Outputs['issues']['pdf']> {
    const issue = this.get(ctx, id);
    const bytes = await issueSlip(issue, this.#settings.current);
    return { fileName: `issue-${issue.number ?? 'draft'}.pdf`, base64: bytes.toString('base64') };
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
