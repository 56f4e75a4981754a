import type { DateOrder, ImportColumn } from '@tidemark/contracts';

/** As the preview names the columns. */
export const COLUMN_LABELS: Record<ImportColumn, string> = {
  date: 'Date',
  start: 'Start',
  end_date: 'End date',
  end: 'End',
  duration: 'Duration',
  project: 'Project',
  client: 'Client',
  task: 'Task',
  note: 'Note',
  billable: 'Billable',
  person: 'Person',
  utc_offset: 'UTC offset',
  end_utc_offset: 'UTC offset of the end',
};

/** Columns without which a line still says enough. */
export const OPTIONAL_COLUMNS: readonly ImportColumn[] = [
  'duration',
  'client',
  'task',
  'note',
  'billable',
  'person',
  'utc_offset',
  'end_utc_offset',
];

export const DATE_ORDER_OPTIONS: readonly { value: DateOrder; label: string }[] = [
  { value: 'dmy', label: 'day first: 1 February' },
  { value: 'mdy', label: 'month first: 2 January' },
];

/** What each column may hold, for the explanation. */
export const COLUMN_HELP: readonly { columns: string; text: string }[] = [
  {
    columns: 'project',
    text: 'Needed. Its name here; with client where two projects are called the same.',
  },
  {
    columns: 'date, start, end',
    text: 'Days like 2026-01-15 or 15.01.2026, times like 9:30 or 2:30 PM, in your time zone. An end before its start is on the next day; end date says another one.',
  },
  {
    columns: 'duration',
    text: '1:30, 1:30:00 or 1.5 hours, instead of an end. With a date alone, entries follow one another from 9:00 on.',
  },
  {
    columns: 'utc_offset, end_utc_offset',
    text: 'Like UTC+01:00, where times are not those of your time zone, or in an hour that comes twice. Entries that come from a report have them.',
  },
  { columns: 'task, note, billable', text: 'May be missing. Billable is yes unless it says no.' },
  {
    columns: 'person',
    text: 'For leads and administrators: user name, name or e-mail address. Without it, the time is yours.',
  },
];

/** A file to begin with, for a project that exists. */
export function exampleCsv(project: { name: string; client_name: string } | undefined): string {
  const { name = 'Website', client_name: client = 'Acme' } = project ?? {};
  const lines = [
    ['date', 'start', 'end', 'project', 'client', 'task', 'note', 'billable'],
    ['2026-01-15', '9:00', '10:30', name, client, '', 'Sketches for the start page', 'yes'],
    ['2026-01-15', '10:45', '12:00', name, client, '', 'Weekly call', 'no'],
  ];
  return lines.map((cells) => cells.map(quoted).join(',')).join('\r\n') + '\r\n';
}

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
