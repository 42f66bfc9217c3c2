/** What the rest of the main process uses of `tasks`. */

export { TaskService } from './task.service';
export { tasksProcedures } from './tasks.procedures';
