import type { SettingsService } from '#main/features/settings/index';
import { type Ctx, may } from '#main/platform/ctx';
import type { Reader } from '#main/platform/work/connections';
import type { Outputs, ParsedInputs } from '#shared/contract/index';
import { dayOf } from '#shared/kernel/time';
import { taskList, taskReads } from './task.queries';
import { viewOf, whoIs } from './task-view';

/** Read access to tasks, for the people who do them and those who manage them. */
export class TaskListService {
  readonly #reads;
  readonly #list;
  readonly #settings: SettingsService;

  constructor(reader: Reader, settings: SettingsService) {
    this.#reads = taskReads(reader);
    this.#list = taskList(reader);
    this.#settings = settings;
  }

  /**
   * The tasks of the signed-in person and their role; for people who manage tasks, everyone's unless they want their
   * own.
   */
  list(
    ctx: Ctx,
    { states, mineOnly, search, offset, limit }: ParsedInputs['tasks']['list'],
  ): Outputs['tasks']['list'] {
    const whose = mineOnly || !may(ctx, 'manageTasks') ? whoIs(ctx) : null;
    const today = this.#today(ctx);
    const { rows, ...total } = this.#list.page({ states, whose, search }, { offset, limit });
    return { rows: rows.map((row) => viewOf(ctx, row, today)), ...total };
  }

  /** The number of the signed-in person's open tasks. */
  count(ctx: Ctx): Outputs['tasks']['count'] {
    const none = { open: 0, overdue: 0, unseen: 0 };
    return this.#reads.count.get({ ...whoIs(ctx), today: this.#today(ctx) }) ?? none;
  }

  /** The people and roles that tasks can be assigned to. */
  assignees(): Outputs['tasks']['assignees'] {
    return this.#reads.assignees.all();
  }

  #today(ctx: Ctx): string {
    return dayOf(ctx.now, this.#settings.current.timeZone);
  }
}
