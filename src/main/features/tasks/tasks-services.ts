import type { SettingsService } from '#main/features/settings/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Database } from '#main/platform/database/database';
import type { StoreLog } from '#main/platform/log/store-log';
import type { InUnit } from '#main/platform/work/connections';
import { TaskService } from './task.service';
import { TaskListService } from './task-list.service';

interface Needs {
  database: Database;
  settings: SettingsService;
  audit: InUnit<StoreLog>;
  changes: ChangeFeed;
}

/** Creates the services of tasks. */
export function createTasks({ database, settings, audit, changes }: Needs) {
  return {
    tasks: database.inUnits((tx) => new TaskService(tx, { settings, audit: audit.in(tx), changes })),
    taskLists: database.onReader((reader) => new TaskListService(reader, settings)),
  };
}

export type TasksServices = ReturnType<typeof createTasks>;
