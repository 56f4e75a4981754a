/** What a line of the file can say, and how an error names it. */
export const IMPORT_COLUMNS = [
  'date',
  'start',
  'end_date',
  'end',
  'duration',
  'project',
  'client',
  'task',
  'note',
  'billable',
  'person',
  'utc_offset',
  'end_utc_offset',
] as const;
export type ImportColumn = (typeof IMPORT_COLUMNS)[number];

/** How "01/02/2026" is read: the second of January, or the first of February. */
export const DATE_ORDERS = ['mdy', 'dmy'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

export const MAX_IMPORT_LINES = 2_000;
export const MAX_IMPORT_BYTES = 2 * 1024 * 1024;

export interface ImportRemark {
  /** Null when it is about the whole line. */
  column: ImportColumn | null;
  message: string;
}

/** One line of the file, as far as it could be understood. */
export interface ImportLine {
  /** In the file, from 1, where the head stands. */
  line: number;
  /** As it is called here, or as the file says where there is no such thing. */
  project_name: string | null;
  task_name: string | null;
  person: string | null;
  started_at: string | null;
  ended_at: string | null;
  duration_seconds: number | null;
  note: string;
  billable: boolean;
  /** While there is one, nothing of the file can be imported. */
  errors: ImportRemark[];
  /** Worth a look: it looks like an entry that is there already. */
  warnings: ImportRemark[];
}

/** `POST /api/time-entries/import` takes CSV; with `dry_run=true` it stores nothing. */
export interface TimeImport {
  stored: boolean;
  /** Of the activities, when something was stored. */
  batch_id: string | null;
  lines: ImportLine[];
  totals: {
    lines: number;
    lines_with_errors: number;
    lines_with_warnings: number;
    duration_seconds: number;
  };
  /** What the file says, in the order of its columns. */
  columns: ImportColumn[];
  /** Heads of columns that mean nothing here, or are left out. */
  ignored_columns: string[];
}
