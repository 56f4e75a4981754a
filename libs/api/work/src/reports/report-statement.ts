import { readsEverything, type Viewer } from '@tidemark/api/platform';
import { MAX_REPORT_ROWS, type ReportGroup, type WeekStart } from '@tidemark/contracts';
import { conditions, finishedWithin, FROM_ENTRIES, Statement } from './report-conditions';
import { bucketOf, type ReportDays } from './report-days';
import type { TimeReportQuery } from './time-report.query';

/** One grouping of the time that was found. Sums of seconds and money are exact. */
export interface SumRow {
  kind: 'row' | 'day' | 'total';
  key: number | string | null;
  /** The place of a day among the days asked for, from 1. */
  day: number | null;
  label: string;
  detail: string | null;
  color: string | null;
  seconds: number;
  billable_seconds: number;
  /** Seconds × hundredths of an hourly rate, as a whole number. */
  worth: string | null;
  unpriced_seconds: number;
  entry_count: number;
}

interface Grouping {
  /** Of a piece of an entry, with the project beside it where it takes both to tell rows apart. */
  key: string;
  project?: string;
  /** What names a row `s`. */
  join: string;
  label: string;
  detail?: string;
  color?: string;
}

const BUCKETS: Grouping = { key: 'bucket', join: '', label: 's.key::text' };
const GROUPINGS: Record<ReportGroup, Grouping> = {
  person: { key: 'user_id', join: 'LEFT JOIN "user" l ON l.id = s.key', label: 'l.display_name' },
  project: {
    key: 'project_id',
    join: 'LEFT JOIN project l ON l.id = s.key LEFT JOIN client c ON c.id = l.client_id',
    label: 'l.name',
    detail: 'c.name',
    color: 'l.color',
  },
  client: { key: 'client_id', join: 'LEFT JOIN client l ON l.id = s.key', label: 'l.name' },
  task: {
    key: 'task_id',
    project: 'project_id',
    join: 'LEFT JOIN task l ON l.id = s.key LEFT JOIN project o ON o.id = s.project',
    label: 'l.name',
    detail: 'o.name',
    color: 'o.color',
  },
  day: BUCKETS,
  week: BUCKETS,
  month: BUCKETS,
};

const ORDERS: Record<string, string> = {
  label: 'label',
  seconds: 'seconds',
  billable_seconds: 'billable_seconds',
  amount: 'named.worth',
  entry_count: 'entry_count',
};

export const isBucket = (group: ReportGroup): boolean => GROUPINGS[group] === BUCKETS;

export interface ReportWanted {
  group: ReportGroup;
  days: ReportDays;
  weekStart: WeekStart;
  sort: { field: string; direction: 'ASC' | 'DESC' };
}

/**
 * All sums of a report by one pass over the entries. Each entry is cut at the edges of the days; its seconds
 * are counted from its start, so that the pieces add up to the whole seconds that lists show for it. Money
 * stays a whole number (seconds × hundredths per hour): it is rounded by whoever shows it.
 */
export function reportStatement(
  viewer: Viewer,
  query: TimeReportQuery,
  wanted: ReportWanted,
): Statement & { text: string } {
  const to = new Statement();
  const { join, label, detail = 'NULL::text', color = 'NULL' } = GROUPINGS[wanted.group];
  const { field, direction } = wanted.sort;
  const text = `${pieces(viewer, query, wanted, to)},
    summed AS (${sums(wanted.group)}),
    named AS (
      SELECT s.*, coalesce(${label}, '') COLLATE "unicode" AS label, ${detail} AS detail, ${color} AS color
      FROM summed s ${join})
    SELECT kind, key, day, label, detail, color, seconds, billable_seconds, worth::text,
      unpriced_seconds, entry_count
    FROM named
    ORDER BY kind = 'row', ${ORDERS[field]} ${direction} NULLS LAST, label, detail, key
    LIMIT ${MAX_REPORT_ROWS + wanted.days.dates.length + 2}`;
  return Object.assign(to, { text });
}

function pieces(
  viewer: Viewer,
  query: TimeReportQuery,
  { group, days, weekStart }: ReportWanted,
  to: Statement,
): string {
  const buckets = days.dates.map((date) => bucketOf(date, group, weekStart));
  const edges = `${to.value(days.edges)}::timestamptz[]`;
  const [from, end] = [to.value(days.edges[0]), to.value(days.edges.at(-1))].map(
    (value) => `${value}::timestamptz`,
  ) as [string, string];
  const places = to.value(days.dates.map((_, at) => at + 1));
  const begins = to.value(buckets.map((bucket, at) => bucket !== buckets[at - 1]));
  const viewerId = to.value(viewer.id);
  const seesRate = readsEverything(viewer) ? 'true' : `mine.role = 'lead'`;
  const all = [...finishedWithin(from, end), ...conditions(viewer, query, to)];
  const until = (edge: string) => `floor(date_part('epoch', ${edge} - started_at))::bigint`;
  return `
    WITH found AS (
      SELECT e.user_id, e.project_id, e.task_id, p.client_id, e.billable, e.started_at, e.ended_at,
        CASE WHEN ${seesRate} THEN (p.hourly_rate * 100)::bigint END AS rate,
        width_bucket(greatest(e.started_at, ${from}), ${edges}) AS first_day,
        width_bucket(least(e.ended_at, ${end}) - interval '1 ms', ${edges}) AS last_day
      ${FROM_ENTRIES(viewerId)}
      WHERE ${all.join(' AND ')}),
    cut AS (
      SELECT *, unnest((${places}::int[])[first_day:greatest(first_day, last_day)]) AS day FROM found),
    piece AS (
      SELECT user_id, project_id, task_id, client_id, billable, rate, day, day = first_day AS is_first,
        (${begins}::boolean[])[day] AS begins, (${to.value(buckets)}::text[])[day] AS bucket,
        ${until(`least(ended_at, (${edges})[day + 1])`)}
          - ${until(`greatest(started_at, (${edges})[day])`)} AS seconds
      FROM cut)`;
}

/** An entry counts once in a row: where rows are days or longer, once in each that it reaches into. */
function sums(group: ReportGroup): string {
  const { key, project = 'NULL::int' } = GROUPINGS[group];
  const counted = isBucket(group) ? 'is_first OR begins' : 'is_first';
  return `
    SELECT CASE WHEN GROUPING(key) = 0 THEN 'row' WHEN GROUPING(day) = 0 THEN 'day' ELSE 'total' END AS kind,
      key, project, day, sum(seconds)::bigint AS seconds,
      coalesce(sum(seconds) FILTER (WHERE billable), 0)::bigint AS billable_seconds,
      CASE WHEN bool_or(rate IS NOT NULL)
        THEN coalesce(sum(seconds * rate) FILTER (WHERE billable), 0) END AS worth,
      coalesce(sum(seconds) FILTER (WHERE billable AND rate IS NULL), 0)::bigint AS unpriced_seconds,
      CASE WHEN GROUPING(key) = 0 THEN count(*) FILTER (WHERE ${counted})
        ELSE count(*) FILTER (WHERE is_first) END AS entry_count
    FROM (SELECT ${key} AS key, ${project} AS project, day, seconds, billable, rate, is_first, begins FROM piece)
    GROUP BY GROUPING SETS ((key, project), (day), ())`;
}
