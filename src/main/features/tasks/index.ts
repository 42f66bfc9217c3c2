/** The part of `tasks` that the rest of the main process uses. */

export { tasksEntities } from './entities';
export type { TaskService } from './task.service';
export { tasksProcedures } from './tasks.procedures';
export { createTasks } from './tasks-services';
