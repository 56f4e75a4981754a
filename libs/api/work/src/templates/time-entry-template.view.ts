import type { ProjectStatus, TaskStatus, TimeEntryTemplateView } from '@tidemark/contracts';
import { isClosed } from '../tasks/task.entity';

/** A template as one query finds it for its owner. */
export interface TimeEntryTemplateRow {
  id: number;
  name: string;
  project_id: number;
  project_name: string;
  project_color: string;
  project_status: ProjectStatus;
  client_name: string;
  task_id: number | null;
  task_name: string | null;
  task_status: TaskStatus | null;
  note: string;
  billable: boolean;
  created_at: Date;
  /** The owner may see the project. */
  is_visible: boolean;
}

/** Who has left a project keeps the template, and learns nothing more of the project. */
export const toTimeEntryTemplateView = (row: TimeEntryTemplateRow): TimeEntryTemplateView => ({
  id: row.id,
  name: row.name,
  project_id: row.project_id,
  project_name: row.is_visible ? row.project_name : null,
  project_color: row.is_visible ? row.project_color : null,
  client_name: row.is_visible ? row.client_name : null,
  task_id: row.task_id,
  task_name: row.is_visible ? row.task_name : null,
  note: row.note,
  billable: row.billable,
  can_start: row.is_visible && isOpen(row),
  created_at: row.created_at.toISOString(),
});

const isOpen = ({ project_status, task_status }: TimeEntryTemplateRow) =>
  !['archived', 'completed'].includes(project_status) && !(task_status && isClosed(task_status));
