import { Injectable } from '@nestjs/common';
import {
  Clock,
  dayIn,
  ProblemException,
  sortOrder,
  Sql,
  type Viewer,
} from '@tidemark/api/platform';
import {
  MAX_REPORT_ROWS,
  REPORT_SORTS,
  type ReportSums,
  type TimeReport,
  type WeekStart,
} from '@tidemark/contracts';
import { TimeEntryList } from '../time-entries/time-entry-list';
import { toAmount } from './amounts';
import { conditions, FROM_ENTRIES, Statement } from './report-conditions';
import { type ReportDays, reportDays } from './report-days';
import { isBucket, reportStatement, type SumRow } from './report-statement';
import type { TimeReportQuery } from './time-report.query';

const SORTED_BY = Object.fromEntries(REPORT_SORTS.map((field) => [field, field]));
const NO_TIME: ReportSums = {
  seconds: 0,
  billable_seconds: 0,
  amount: null,
  unpriced_seconds: 0,
  entry_count: 0,
};
/** The values differ too much for one plan, so none is kept. */
const UNNAMED = '';

/** Sums of finished time, for whoever may see the entries behind them. */
@Injectable()
export class TimeReports {
  constructor(
    private readonly entries: TimeEntryList,
    private readonly clock: Clock,
    private readonly sql: Sql,
  ) {}

  /** @throws ProblemException forbidden for another person's time, or invalid-parameter */
  async of(viewer: Viewer, query: TimeReportQuery): Promise<TimeReport> {
    const { days, weekStart } = await this.range(viewer, query);
    const group = query.group_by ?? 'project';
    const { column: field, direction } = sortOrder(
      query.sort ?? (isBucket(group) ? 'label' : '-seconds'),
      SORTED_BY,
    );
    const wanted = { group, days, weekStart, sort: { field, direction } };
    const { text, values } = reportStatement(viewer, query, wanted);
    const sums = await this.sql.rows<SumRow>(UNNAMED, text, values);
    const total = sums.find(({ kind }) => kind === 'total');
    return {
      group_by: group,
      start_date: days.dates[0] ?? '',
      end_date: days.dates.at(-1) ?? '',
      rows: rowsOf(sums),
      total: totalOf(total),
      days: everyDay(days, sums),
      running_count: await this.running(viewer, query, days),
      narrowed_to: total?.entry_count ? await this.names(query) : {},
    };
  }

  /**
   * The days that are asked for, after those have been refused who may not ask.
   * @throws ProblemException forbidden, or invalid-parameter
   */
  async range(
    viewer: Viewer,
    query: TimeReportQuery,
  ): Promise<{ days: ReportDays; weekStart: WeekStart }> {
    await this.entries.refuseForeign(viewer, query.user_id);
    const [row] = await this.sql.rows<{ week_start: WeekStart }>(
      'week-start-of',
      'SELECT week_start FROM "user" WHERE id = $1',
      [viewer.id],
    );
    const weekStart = row?.week_start ?? 1;
    const today = dayIn(viewer.timeZone, this.clock.now());
    return { days: reportDays(query, { today, weekStart, zone: viewer.timeZone }), weekStart };
  }

  private async running(viewer: Viewer, query: TimeReportQuery, days: ReportDays): Promise<number> {
    const [from, to] = [days.edges[0], days.edges.at(-1)];
    if (!from || from > this.clock.now()) return 0;
    const statement = new Statement();
    const all = [
      'e.ended_at IS NULL',
      `e.started_at < ${statement.value(to)}`,
      ...conditions(viewer, query, statement),
    ];
    const joined = FROM_ENTRIES(statement.value(viewer.id));
    const [row] = await this.sql.rows<{ n: number }>(
      UNNAMED,
      `SELECT count(*) AS n ${joined} WHERE ${all.join(' AND ')}`,
      statement.values,
    );
    return row?.n ?? 0;
  }

  /** Asked for only where entries were found: whoever sees those may know what they are about. */
  private async names(query: TimeReportQuery): Promise<TimeReport['narrowed_to']> {
    const { user_id, project_id, client_id, task_id } = query;
    const personId = user_id === 'all' ? undefined : user_id;
    const ids = [personId, project_id, client_id, task_id].map((id) => id ?? null);
    if (ids.every((id) => id === null)) return {};
    const [names] = await this.sql.rows<Record<string, string | null>>(
      'report-names',
      `SELECT (SELECT display_name FROM "user" WHERE id = $1) AS person,
         (SELECT name FROM project WHERE id = $2) AS project,
         (SELECT name FROM client WHERE id = $3) AS client,
         (SELECT name FROM task WHERE id = $4) AS task`,
      ids,
    );
    return Object.fromEntries(Object.entries(names ?? {}).filter(([, name]) => name !== null));
  }
}

/** @throws ProblemException invalid-parameter where there are too many */
function rowsOf(sums: readonly SumRow[]): TimeReport['rows'] {
  const rows = sums.filter(({ kind }) => kind === 'row');
  if (rows.length > MAX_REPORT_ROWS) {
    throw new ProblemException(
      'invalid-parameter',
      `That is more than ${MAX_REPORT_ROWS} rows: narrow the days down, or group by something else`,
    );
  }
  return rows.map((row) => {
    const { key, label, detail, color } = row;
    return { key, label, detail, color, ...sumsOf(row) };
  });
}

function totalOf(row: SumRow | undefined): TimeReport['total'] {
  const sums = row?.entry_count ? sumsOf(row) : NO_TIME;
  const { seconds, billable_seconds } = sums;
  const share = seconds ? Math.round((billable_seconds / seconds) * 10_000) / 10_000 : null;
  return { ...sums, billable_share: share };
}

const sumsOf = (row: SumRow): ReportSums => ({
  seconds: row.seconds,
  billable_seconds: row.billable_seconds,
  amount: row.worth === null ? null : toAmount(row.worth),
  unpriced_seconds: row.unpriced_seconds,
  entry_count: row.entry_count,
});

/** Every day of the range, also those on which nothing happened. */
function everyDay({ dates }: ReportDays, sums: readonly SumRow[]): TimeReport['days'] {
  const found = new Map(sums.map((row) => [row.kind === 'day' ? row.day : null, row]));
  return dates.map((date, at) => {
    const { seconds, billable_seconds } = found.get(at + 1) ?? NO_TIME;
    return { date, seconds, billable_seconds };
  });
}
