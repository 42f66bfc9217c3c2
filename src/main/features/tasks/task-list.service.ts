import type { SettingsService } from '#main/features/settings/index';
import { type Ctx, may } from '#main/platform/ctx';
import type { Reader } from '#main/platform/work/connections';
import type { Outputs, ParsedInputs } from '#shared/contract/index';
import { dayOf } from '#shared/kernel/time';
import { taskReads } from './task.queries';
import { viewOf, whoIs } from './task-view';

/** What there is to do, for those who do it and those who manage it. */
export class TaskListService {
  readonly #reads;
  readonly #settings: SettingsService;

  constructor(reader: Reader, settings: SettingsService) {
    this.#reads = taskReads(reader);
    this.#settings = settings;
  }

  /** Tasks of the asker and of their role; of everybody for those who manage tasks, unless they ask for theirs. */
  list(
    ctx: Ctx,
    { states, mineOnly, search, offset, limit }: ParsedInputs['tasks']['list'],
  ): Outputs['tasks']['list'] {
    const whose = mineOnly || !may(ctx, 'manageTasks') ? whoIs(ctx) : null;
    const today = this.#today(ctx);
    const { rows, ...total } = this.#reads.page({ states, whose, search }, offset, limit);
    return { rows: rows.map((row) => viewOf(ctx, row, today)), ...total };
  }

  /** How many open tasks are the asker's. */
  count(ctx: Ctx): Outputs['tasks']['count'] {
    const none = { open: 0, overdue: 0, unseen: 0 };
    return this.#reads.count.get({ ...whoIs(ctx), today: this.#today(ctx) }) ?? none;
  }

  /** Who tasks can be given to. */
  assignees(): Outputs['tasks']['assignees'] {
    return this.#reads.assignees.all();
  }

  #today(ctx: Ctx): string {
    return dayOf(ctx.now, this.#settings.current.timeZone);
  }
}
