import type { Viewer } from '@tidemark/api/platform';
import type {
  ProjectRole,
  ProjectStatus,
  TaskPriority,
  TaskStatus,
  TaskView,
} from '@tidemark/contracts';
import { manages } from '../projects/project-rights';

/** A task as one query finds it for a viewer. */
export interface TaskRow {
  id: number;
  name: string;
  description: string;
  project_id: number;
  project_name: string;
  project_color: string;
  project_status: ProjectStatus;
  status: TaskStatus;
  status_rank: number;
  priority: TaskPriority;
  priority_rank: number;
  assigned_to: number | null;
  assigned_to_name: string | null;
  due_date: string | null;
  estimate_hours: number | null;
  tracked_hours: number;
  my_role: ProjectRole | null;
  created_by: number;
  created_at: Date;
}

export const toTaskView = (viewer: Viewer, row: TaskRow): TaskView => ({
  id: row.id,
  name: row.name,
  description: row.description,
  project_id: row.project_id,
  project_name: row.project_name,
  project_color: row.project_color,
  status: row.status,
  priority: row.priority,
  assigned_to: row.assigned_to,
  assigned_to_name: row.assigned_to_name,
  due_date: row.due_date,
  estimate_hours: row.estimate_hours,
  tracked_hours: row.tracked_hours,
  can_edit: row.project_status !== 'archived' && viewer.role !== 'auditor',
  can_delete: row.project_status !== 'archived' && mayDelete(viewer, row.created_by, row.my_role),
  created_at: row.created_at.toISOString(),
});

/** Those who made a task, or manage its project, may delete it. Auditors change nothing. */
export const mayDelete = (viewer: Viewer, createdBy: number, role: ProjectRole | null): boolean =>
  manages(viewer, role) || (viewer.role === 'member' && createdBy === viewer.id);
