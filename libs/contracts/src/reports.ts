/** What the rows of a report stand for. Weeks begin as the viewer's do. */
export const REPORT_GROUPS = [
  'person',
  'project',
  'client',
  'task',
  'day',
  'week',
  'month',
] as const;
export type ReportGroup = (typeof REPORT_GROUPS)[number];

export const REPORT_SORTS = [
  'label',
  'seconds',
  'billable_seconds',
  'amount',
  'entry_count',
] as const;

/** A report spans this many days at most. */
export const MAX_REPORT_DAYS = 366;
/** A report has this many rows at most; one that would have more is refused. */
export const MAX_REPORT_ROWS = 10_000;

/**
 * `GET /api/reports/time`, `…/time.csv` and `…/entries.csv`. Days are days of the viewer's zone, both ends
 * inclusive; the viewer's current week by default.
 */
export interface TimeReportQuery {
  /** Default: project. */
  group_by?: ReportGroup;
  start_date?: string;
  end_date?: string;
  project_id?: number;
  client_id?: number;
  task_id?: number;
  /** Default "all": everybody whose time the viewer may see. */
  user_id?: number | 'all';
  billable?: boolean;
  /** One of `REPORT_SORTS`, "-" before it for descending. Default: -seconds, and label for days, weeks and months. */
  sort?: string;
}

export interface ReportSums {
  /** Whole seconds that lie within the range. */
  seconds: number;
  billable_seconds: number;
  /**
   * Billable seconds × the hourly rates of their projects: a decimal string with two places, rounded half up
   * once from the exact sum. Null where there is no rate, or none that the viewer may see.
   */
  amount: string | null;
  /** Billable seconds that the amount leaves out for want of a rate that the viewer may see. */
  unpriced_seconds: number;
  entry_count: number;
}

export interface ReportRow extends ReportSums {
  /** The id of the person, project, client or task (null for time on no task); "2026-01-15" for a day and the first day of a week; "2026-01" for a month. */
  key: number | string | null;
  /** The name; "" for time on no task. */
  label: string;
  /** The client of a project, the project of a task. */
  detail: string | null;
  /** "#rrggbb", of a project or of the project of a task. */
  color: string | null;
}

export interface TimeReport {
  group_by: ReportGroup;
  start_date: string;
  end_date: string;
  rows: ReportRow[];
  /**
   * Of everything that the filter finds. Seconds are the sum of the rows. The amount is the exact sum rounded once, the
   * same however the time is grouped: a column of rounded amounts may differ from it by half a cent for each row.
   */
  total: ReportSums & {
    /** From 0 to 1, four places; null without time. */
    billable_share: number | null;
  };
  /** Every day of the range. */
  days: { date: string; seconds: number; billable_seconds: number }[];
  /** Timers that run in the range. Their time does not count yet. */
  running_count: number;
  /** The names of what the query narrows down to, as far as something was found. */
  narrowed_to: { person?: string; project?: string; client?: string; task?: string };
}
