import type { Viewer } from '@tidemark/api/platform';
import { IANAZone } from 'luxon';
import { formatDuration } from '../time-entries/duration';
import { conditions, finishedWithin, FROM_ENTRIES, Statement } from './report-conditions';
import type { ReportDays } from './report-days';
import type { TimeReportQuery } from './time-report.query';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;

/** A finished entry, as much of it as lies within the days. */
export interface EntryRow {
  id: number;
  /** When it really started: the order of the lines. */
  started_at: Date;
  start: Date;
  seconds: number;
  person: string;
  client: string;
  project: string;
  task: string | null;
  note: string;
  billable: boolean;
}

/** As an import of time understands them. */
export const ENTRY_COLUMNS = [
  'date',
  'start',
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
];

/** Where several have the same name it is the user name that says who is meant. */
const PEOPLE = `
  SELECT id, username, display_name, count(*) OVER (PARTITION BY lower(display_name)) > 1 AS is_namesake
  FROM "user"`;

/** The entries after another one, in the order of time. Seconds are counted as the report counts them. */
export function entryStatement(
  viewer: Viewer,
  query: TimeReportQuery,
  { days, after, take }: { days: ReportDays; after?: EntryRow; take: number },
): { text: string; values: unknown[] } {
  const to = new Statement();
  const [from, end] = [days.edges[0], days.edges.at(-1)].map(
    (edge) => `${to.value(edge)}::timestamptz`,
  ) as [string, string];
  const joined = FROM_ENTRIES(to.value(viewer.id));
  const all = [...finishedWithin(from, end), ...conditions(viewer, query, to)];
  if (after) {
    const [at, id] = [to.value(after.started_at), to.value(after.id)];
    all.push(`(e.started_at, e.id) > (${at}::timestamptz, ${id}::int)`);
  }
  const until = (edge: string) => `floor(date_part('epoch', ${edge} - e.started_at))::bigint`;
  const [start, stop] = [`greatest(e.started_at, ${from})`, `least(e.ended_at, ${end})`];
  const text = `
    SELECT e.id, e.started_at, ${start} AS start, ${until(stop)} - ${until(start)} AS seconds,
      CASE WHEN u.is_namesake THEN u.username ELSE u.display_name END AS person, c.name AS client, p.name AS project, t.name AS task, e.note, e.billable
    ${joined}
    JOIN client c ON c.id = p.client_id JOIN (${PEOPLE}) u ON u.id = e.user_id LEFT JOIN task t ON t.id = e.task_id
    WHERE ${all.join(' AND ')}
    ORDER BY e.started_at, e.id LIMIT ${take}`;
  return { text, values: to.values };
}

/**
 * The cells of a line. Clock times are those of the zone, at the offsets of the last cells; an end on a later day
 * follows from the duration. A line adds up, to the second: where parts of seconds are left out, that of the end is
 * what start and duration make of it.
 */
export function entryCells(row: EntryRow, zone: string): string[] {
  const startMs = Math.floor(row.start.getTime() / SECOND_MS) * SECOND_MS;
  const start = wallClock(startMs, zone);
  const end = wallClock(startMs + row.seconds * SECOND_MS, zone);
  return [
    start.day,
    start.time,
    end.time,
    formatDuration(row.seconds),
    row.project,
    row.client,
    row.task ?? '',
    row.note,
    row.billable ? 'yes' : 'no',
    row.person,
    start.offset,
    end.offset,
  ];
}

/** "2026-01-15", "09:00:00" and "UTC+01:00": many times faster than a `DateTime`, which counts where there are many rows. */
function wallClock(ms: number, zone: string): { day: string; time: string; offset: string } {
  const ahead = IANAZone.create(zone).offset(ms);
  const shown = new Date(ms + ahead * MINUTE_MS).toISOString();
  return { day: shown.slice(0, 10), time: shown.slice(11, 19), offset: offsetOf(ahead) };
}

/** No spreadsheet takes it for a formula, or for a number. */
function offsetOf(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const [h, m] = [hours, rest].map((part) => String(part).padStart(2, '0'));
  return `UTC${minutes < 0 ? '-' : '+'}${h}:${m}`;
}
