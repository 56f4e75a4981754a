import type { PageInfo, PageQuery } from './page';

export const TASK_STATUSES = ['todo', 'in_progress', 'review', 'done', 'cancelled'] as const;
export type TaskStatus = (typeof TASK_STATUSES)[number];

export const TASK_PRIORITIES = ['low', 'medium', 'high', 'urgent'] as const;
export type TaskPriority = (typeof TASK_PRIORITIES)[number];

export interface TaskView {
  id: number;
  name: string;
  description: string;
  project_id: number;
  project_name: string;
  project_color: string;
  status: TaskStatus;
  priority: TaskPriority;
  assigned_to: number | null;
  assigned_to_name: string | null;
  /** A day, "2026-01-15", without a zone. */
  due_date: string | null;
  estimate_hours: number | null;
  tracked_hours: number;
  /** The viewer may change it, comment on it and track time on it: nobody while its project is archived. */
  can_edit: boolean;
  /** The viewer may delete it. */
  can_delete: boolean;
  created_at: string;
}

export interface TaskPage extends PageInfo {
  tasks: TaskView[];
}

/** sort: name, due_date, priority, status, created_at (default -created_at). */
export interface TaskQuery extends PageQuery {
  q?: string;
  project_id?: number;
  /** One or several, comma separated. */
  status?: string;
  priority?: string;
  assigned_to?: number;
  /** Days, both ends inclusive. */
  due_from?: string;
  due_to?: string;
}

/** `POST /api/tasks` and, every field optional, `PATCH /api/tasks/:id` (the project of a task stays). */
export interface SaveTask {
  name: string;
  project_id: number;
  description?: string;
  status?: TaskStatus;
  priority?: TaskPriority;
  assigned_to?: number | null;
  due_date?: string | null;
  estimate_hours?: number | null;
}
