import { TaskEntity } from './task.entity';

/** The tables of `tasks`. */
export const tasksEntities = [TaskEntity];
