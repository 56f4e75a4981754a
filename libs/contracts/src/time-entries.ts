import type { PageInfo, PageQuery } from './page';

/** Time one person spent on a project. A running timer is an entry without an end. */
export interface TimeEntryView {
  id: number;
  user_id: number;
  user_display_name: string;
  project_id: number;
  project_name: string;
  project_color: string;
  client_name: string;
  task_id: number | null;
  task_name: string | null;
  note: string;
  billable: boolean;
  /** "timer", "manual" or "import" */
  source: 'timer' | 'manual' | 'import';
  started_at: string;
  ended_at: string | null;
  /** Elapsed seconds; null while it runs. */
  duration_seconds: number | null;
  can_edit: boolean;
  /** It is on an invoice: nobody can change it while it is. */
  is_invoiced?: true;
  /** It has time in a closed month: nobody can change it until the month is opened again. */
  is_locked?: true;
  /** The closed month, such as "2026-01"; the first one where there are several. */
  closed_period?: string;
  /** It can be changed, with a reason: its day is long past. */
  needs_reason?: true;
  /** How many days its day is past in the zone of the organisation, where a change needs a reason. */
  days_past?: number;
}

export interface TimeEntryPage extends PageInfo {
  time_entries: TimeEntryView[];
  /** Seconds of all entries that the filter finds, not of the page alone. */
  total_seconds: number;
}

/** sort: started_at (default -started_at), duration. Entries overlap the range of days in the viewer's zone, or of instants. */
export interface TimeEntryQuery extends PageQuery {
  start_date?: string;
  end_date?: string;
  project_id?: number;
  task_id?: number;
  /** Default: oneself. Others for administrators and auditors; for leads within the projects they lead. "all": everybody one may see. */
  user_id?: number | 'all';
  billable?: boolean;
  running?: boolean;
  q?: string;
}

/** `POST /api/timers/start` */
export interface StartTimer {
  project_id: number;
  task_id?: number | null;
  note?: string;
  billable?: boolean;
}

/** `GET /api/timers/current` */
export interface CurrentTimer {
  timer: TimeEntryView | null;
  /** The server's clock, so that a wrong clock on the device does not show a wrong duration. */
  server_time: string;
}

/** `POST /api/time-entries`. Instants are RFC 3339 with offset. */
export interface SaveTimeEntry {
  project_id: number;
  task_id?: number | null;
  note?: string;
  billable?: boolean;
  started_at: string;
  ended_at: string;
  /** For whom, by an administrator or a lead; default oneself. Only when creating. */
  user_id?: number;
}

/** `PATCH /api/time-entries/:id`. An entry whose day is long past needs a reason (400 `reason-required`). */
export interface UpdateTimeEntry extends Partial<Omit<SaveTimeEntry, 'user_id'>> {
  reason?: string;
}

/** `DELETE /api/time-entries/:id` may carry a reason, and needs one where an update would. */
export interface DeleteTimeEntry {
  reason?: string;
}

/** `GET /api/time-entries/summary?start_date=&end_date=`: own seconds for each day in the own zone; an entry over midnight is split. The running timer counts up to now. */
export interface TimeSummary {
  days: { date: string; seconds: number; billable_seconds: number }[];
  total_seconds: number;
  billable_seconds: number;
}

/** `GET /api/timers`: who is working on what right now, as far as the viewer may see it. */
export interface RunningTimers {
  timers: TimeEntryView[];
  server_time: string;
}
