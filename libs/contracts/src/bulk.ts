import type { TaskStatus } from './tasks';

/** How many things one request may change. */
export const MAX_BULK = 500;

/**
 * What every change of many things answers. It changes all of them or none: a refusal is one problem, whose
 * `errors` point to the ids ("/ids/3") that cannot be changed, each with the reason.
 */
export interface BulkAnswer {
  /** Of the activities that were written; null when nothing changed. */
  batch_id: string | null;
  changed: number;
  /** Were like that already. */
  unchanged: number;
}

/** `PATCH /api/time-entries`: what is not given stays. An entry that goes to another project leaves its task behind. */
export interface ChangeTimeEntries {
  ids: number[];
  project_id?: number;
  task_id?: number | null;
  billable?: boolean;
  reason?: string;
}

/** `DELETE /api/time-entries` */
export interface DeleteTimeEntries {
  ids: number[];
  reason: string;
}

/** `PATCH /api/tasks` */
export interface ChangeTasks {
  ids: number[];
  status?: TaskStatus;
  assigned_to?: number | null;
}

/** `POST /api/projects/archive` */
export interface ArchiveProjects {
  ids: number[];
  reason?: string;
}
