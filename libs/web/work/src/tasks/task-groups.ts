import { TASK_STATUSES, type TaskStatus, type TaskView } from '@tidemark/contracts';

export interface TaskGroup {
  status: TaskStatus | undefined;
  tasks: TaskView[];
}

/** Tasks under their status, in the order in which the statuses first appear; no empty groups. */
export function groupByStatus(tasks: TaskView[]): TaskGroup[] {
  const appearing = new Set(tasks.map(({ status }) => status));
  const descending = tasks.length > 1 && rank(tasks[0]) > rank(tasks.at(-1));
  const order = descending ? TASK_STATUSES.toReversed() : TASK_STATUSES;
  return order
    .filter((status) => appearing.has(status))
    .map((status) => ({ status, tasks: tasks.filter((task) => task.status === status) }));
}

function rank(task?: TaskView): number {
  return task ? TASK_STATUSES.indexOf(task.status) : 0;
}
