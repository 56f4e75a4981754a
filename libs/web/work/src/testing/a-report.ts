import type { ReportRow, TimeReport } from '@tidemark/contracts';

export function aReportRow(given: Partial<ReportRow> = {}): ReportRow {
  return {
    key: 3,
    label: 'Apollo',
    detail: 'Acme GmbH',
    color: '#2f7ed8',
    seconds: 7_200,
    billable_seconds: 5_400,
    amount: '142.50',
    unpriced_seconds: 0,
    entry_count: 2,
    ...given,
  };
}

/** Of a week; its total is that of its first row unless it is given. */
export function aReport(given: Partial<TimeReport> = {}): TimeReport {
  const rows = given.rows ?? [aReportRow()];
  const { seconds, billable_seconds, amount, unpriced_seconds, entry_count } =
    rows[0] ?? aReportRow({ seconds: 0, billable_seconds: 0, amount: null, entry_count: 0 });
  return {
    group_by: 'project',
    start_date: '2026-11-23',
    end_date: '2026-11-29',
    rows,
    total: {
      seconds,
      billable_seconds,
      amount,
      unpriced_seconds,
      entry_count,
      billable_share: seconds ? billable_seconds / seconds : null,
    },
    days: [{ date: '2026-11-23', seconds, billable_seconds }],
    running_count: 0,
    narrowed_to: {},
    ...given,
  };
}
