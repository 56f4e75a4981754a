import type { PageInfo, PageQuery } from './page';

/** Work that somebody tracks again and again: a timer starts from it by one click. Everybody has their own. */
export interface TimeEntryTemplateView {
  id: number;
  name: string;
  project_id: number;
  /** Null, like everything about the project, when the owner is no longer in it. */
  project_name: string | null;
  project_color: string | null;
  client_name: string | null;
  task_id: number | null;
  task_name: string | null;
  note: string;
  billable: boolean;
  /** A timer can be started from it: the owner is in the project, and project and task are open. */
  can_start: boolean;
  created_at: string;
}

/** `GET /api/time-entry-templates`: the own ones. */
export interface TimeEntryTemplatePage extends PageInfo {
  time_entry_templates: TimeEntryTemplateView[];
}

/** sort: name (default), created_at. */
export interface TimeEntryTemplateQuery extends PageQuery {
  q?: string;
}

/** `POST /api/time-entry-templates` and, every field optional, `PATCH /api/time-entry-templates/:id`. */
export interface SaveTimeEntryTemplate {
  /** The only one of this name among the own templates, whatever its letter case. */
  name: string;
  project_id: number;
  task_id?: number | null;
  note?: string;
  billable?: boolean;
}
