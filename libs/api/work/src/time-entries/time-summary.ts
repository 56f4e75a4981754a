import { nextDay, startOfDay } from '@tidemark/api/platform';
import type { TimeSummary } from '@tidemark/contracts';

export interface TrackedTime {
  startedAt: Date;
  endedAt: Date;
  billable: boolean;
}

interface Day {
  date: string;
  from: number;
  to: number;
  ms: number;
  billableMs: number;
}

/**
 * Seconds for each day of a zone, first and last included. Time over midnight counts on both days, and a day
 * on which the clocks change has the 23, 25 or 24½ hours that it really has.
 *
 * @param tracked finished stretches of time; what lies outside the days does not count
 */
export function summarise(
  tracked: readonly TrackedTime[],
  { first, last, zone }: { first: string; last: string; zone: string },
): TimeSummary {
  const days = daysOf(first, last, zone);
  for (const time of tracked) spread(time, days);
  const rows = days.map(({ date, ms, billableMs }) => ({
    date,
    seconds: Math.floor(ms / 1_000),
    billable_seconds: Math.floor(billableMs / 1_000),
  }));
  return {
    days: rows,
    total_seconds: rows.reduce((sum, { seconds }) => sum + seconds, 0),
    billable_seconds: rows.reduce((sum, day) => sum + day.billable_seconds, 0),
  };
}

function daysOf(first: string, last: string, zone: string): Day[] {
  const days: Day[] = [];
  for (let date = first; date <= last; date = nextDay(date)) {
    const from = days.at(-1)?.to ?? startOfDay(date, zone).getTime();
    days.push({ date, from, to: startOfDay(nextDay(date), zone).getTime(), ms: 0, billableMs: 0 });
  }
  return days;
}

function spread({ startedAt, endedAt, billable }: TrackedTime, days: Day[]): void {
  const [start, end] = [startedAt.getTime(), endedAt.getTime()];
  for (const day of days) {
    const ms = Math.min(end, day.to) - Math.max(start, day.from);
    if (ms <= 0) continue;
    day.ms += ms;
    if (billable) day.billableMs += ms;
  }
}
