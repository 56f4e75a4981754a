import { defineSubject, type Described, DISPLAY_NAME } from '@tidemark/api/activity';
import type { Action, FieldChange, TaskStatus } from '@tidemark/contracts';
import { isClosed, Task } from './task.entity';

const statuses = (task: Task, { before }: Described<Task>) => ({
  old_status: before?.status ?? null,
  new_status: task.status,
});

export const taskSubject = defineSubject({
  entity: Task,
  type: 'task',
  name: (task) => task.name,
  projectId: (task) => task.projectId,
  audited: ['name', 'description', 'status', 'priority', 'assignedTo', 'dueDate', 'estimateHours'],
  relations: { project: true },
  describe: {
    created: (task) => `Created task "${task.name}" in project "${task.project.name}"`,
    status_changed: (task, { before }) =>
      `Changed task "${task.name}" status from ${before?.status} to ${task.status}`,
    assigned: (task) => `Assigned task "${task.name}" to ${DISPLAY_NAME}`,
  },
  extra: {
    created: ({ projectId, priority }) => ({ project_id: projectId, priority }),
    status_changed: statuses,
    completed: statuses,
    reopened: statuses,
    assigned: (task) => ({ assigned_to: task.assignedTo }),
    // The person who had the task: there is nobody else to name.
    unassigned: (_task, { before }) => ({ assigned_to: before?.assignedTo ?? null }),
    deleted: ({ projectId }) => ({ project_id: projectId }),
  },
  refine: ({ before, after, changes }) =>
    before && after ? tellingActivities(before, after, changes) : [],
});

/** One update may have completed a task, given it to somebody and renamed it: three activities. */
function tellingActivities(
  before: Task,
  after: Task,
  changes: readonly FieldChange[],
): { action: Action; changes: FieldChange[] }[] {
  const actionOf = ({ field }: FieldChange): Action => {
    if (field === 'status') return statusAction(before.status, after.status);
    if (field === 'assigned_to') return after.assignedTo === null ? 'unassigned' : 'assigned';
    return 'updated';
  };
  const byAction = Map.groupBy(changes, actionOf);
  return [...byAction].map(([action, own]) => ({ action, changes: own }));
}

function statusAction(from: TaskStatus, to: TaskStatus): Action {
  if (to === 'done') return 'completed';
  return isClosed(from) && !isClosed(to) ? 'reopened' : 'status_changed';
}
