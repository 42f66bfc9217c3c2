/** What the rest of the main process uses of `tasks`. */

export { tasksEntities } from './entities';
export type { TaskService } from './task.service';
export { tasksProcedures } from './tasks.procedures';
export { createTasks } from './tasks-services';
