import { Injectable, type StreamableFile } from '@nestjs/common';
import { csvFile, Sql, type Viewer } from '@tidemark/api/platform';
import type { ReportGroup, ReportSums } from '@tidemark/contracts';
import { formatDuration } from '../time-entries/duration';
import { toDecimalHours } from './amounts';
import { ENTRY_COLUMNS, entryCells, type EntryRow, entryStatement } from './entry-lines';
import type { ReportDays } from './report-days';
import type { TimeReportQuery } from './time-report.query';
import { TimeReports } from './time-reports.service';

/** Entries are read and sent by so many: a file may have any number of them. */
const ENTRIES_AT_ONCE = 5_000;

/** What a row is about, before its sums. */
const HEADS: Record<ReportGroup, string[]> = {
  person: ['person'],
  project: ['project', 'client'],
  client: ['client'],
  task: ['task', 'project'],
  day: ['date'],
  week: ['week'],
  month: ['month'],
};
const SUMS = [
  'hours',
  'duration',
  'billable_hours',
  'billable_duration',
  'amount',
  'unpriced_hours',
  'entries',
];

/** Reports as files for spreadsheets. */
@Injectable()
export class ReportFiles {
  constructor(
    private readonly reports: TimeReports,
    private readonly sql: Sql,
  ) {}

  /** The rows of the report as they are on screen, and a line with the total. */
  async report(viewer: Viewer, query: TimeReportQuery): Promise<StreamableFile> {
    const { group_by, start_date, end_date, rows, total } = await this.reports.of(viewer, query);
    const head = HEADS[group_by];
    const named = (label: string, detail: string | null) =>
      [label, detail ?? ''].slice(0, head.length);
    const lines = [
      ...rows.map((row) => [...named(row.label, row.detail), ...cellsOf(row)]),
      [...named('Total', null), ...cellsOf(total)],
    ];
    const name = `time-by-${group_by}_${start_date}_${end_date}.csv`;
    return csvFile(name, [...head, ...SUMS], lines);
  }

  /** The single entries behind a report, in the order of time, as many as there are. */
  async entries(viewer: Viewer, query: TimeReportQuery): Promise<StreamableFile> {
    const { days } = await this.reports.range(viewer, query);
    const { dates } = days;
    const name = `time-entries_${dates[0]}_${dates.at(-1)}.csv`;
    const first = await this.entriesAfter(viewer, query, days);
    return csvFile(name, ENTRY_COLUMNS, this.entryLines(viewer, query, days, first));
  }

  private async *entryLines(
    viewer: Viewer,
    query: TimeReportQuery,
    days: ReportDays,
    first: EntryRow[],
  ): AsyncGenerator<string[]> {
    let rows = first;
    for (;;) {
      for (const row of rows) yield entryCells(row, viewer.timeZone);
      const last = rows.at(-1);
      if (!last || rows.length < ENTRIES_AT_ONCE) return;
      rows = await this.entriesAfter(viewer, query, days, last);
    }
  }

  private entriesAfter(
    viewer: Viewer,
    query: TimeReportQuery,
    days: ReportDays,
    after?: EntryRow,
  ): Promise<EntryRow[]> {
    const { text, values } = entryStatement(viewer, query, { days, after, take: ENTRIES_AT_ONCE });
    return this.sql.rows<EntryRow>('', text, values);
  }
}

const cellsOf = (sums: ReportSums): string[] => [
  toDecimalHours(sums.seconds),
  formatDuration(sums.seconds),
  toDecimalHours(sums.billable_seconds),
  formatDuration(sums.billable_seconds),
  sums.amount ?? '',
  toDecimalHours(sums.unpriced_seconds),
  String(sums.entry_count),
];
