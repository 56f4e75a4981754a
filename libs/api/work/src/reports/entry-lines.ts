import type { Viewer } from '@tidemark/api/platform';
import { IANAZone } from 'luxon';
import { formatDuration } from '../time-entries/duration';
import { conditions, finishedWithin, FROM_ENTRIES, Statement } from './report-conditions';
import type { ReportDays } from './report-days';
import type { TimeReportQuery } from './time-report.query';

const MINUTE_MS = 60_000;

/** A finished entry, as much of it as lies within the days. */
export interface EntryRow {
  id: number;
  /** When it really started: the order of the lines. */
  started_at: Date;
  start: Date;
  end: Date;
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
];

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
    SELECT e.id, e.started_at, ${start} AS start, ${stop} AS "end", ${until(stop)} - ${until(start)} AS seconds,
      u.display_name AS person, c.name AS client, p.name AS project, t.name AS task, e.note, e.billable
    ${joined}
    JOIN client c ON c.id = p.client_id JOIN "user" u ON u.id = e.user_id LEFT JOIN task t ON t.id = e.task_id
    WHERE ${all.join(' AND ')}
    ORDER BY e.started_at, e.id LIMIT ${take}`;
  return { text, values: to.values };
}

/** The cells of a line. Clock times are those of the zone; an end on a later day follows from the duration. */
export function entryCells(row: EntryRow, zone: string): string[] {
  const [start, end] = [wallClock(row.start, zone), wallClock(row.end, zone)];
  return [
    start.slice(0, 10),
    start.slice(11, 19),
    end.slice(11, 19),
    formatDuration(row.seconds),
    row.project,
    row.client,
    row.task ?? '',
    row.note,
    row.billable ? 'yes' : 'no',
    row.person,
  ];
}

/** "2026-01-15T09:00:00.000": many times faster than a `DateTime`, which counts where there are many rows. */
function wallClock(instant: Date, zone: string): string {
  const ahead = IANAZone.create(zone).offset(instant.getTime());
  return new Date(instant.getTime() + ahead * MINUTE_MS).toISOString().slice(0, -1);
}
