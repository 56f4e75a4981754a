import { nextDay, ProblemException, startOfDay } from '@tidemark/api/platform';
import { MAX_REPORT_DAYS, type ReportGroup, type WeekStart } from '@tidemark/contracts';
import { DateTime } from 'luxon';

const DAY_MS = 86_400_000;

/** The days that a report is about, each from its edge to the next one; so there is one edge more. */
export interface ReportDays {
  dates: string[];
  edges: Date[];
}

/**
 * What two parameters ask for: the current week without any, one day with one of them.
 * @throws ProblemException invalid-parameter when the range ends before it begins, or is too long
 */
export function reportDays(
  { start_date, end_date }: { start_date?: string; end_date?: string },
  { today, weekStart, zone }: { today: string; weekStart: WeekStart; zone: string },
): ReportDays {
  const first = start_date ?? end_date ?? weekOf(today, weekStart);
  const last = end_date ?? start_date ?? plusDays(first, 6);
  const count = (Date.parse(last) - Date.parse(first)) / DAY_MS + 1;
  if (count < 1) {
    throw new ProblemException('invalid-parameter', 'end_date must not lie before start_date');
  }
  if (count > MAX_REPORT_DAYS) {
    throw new ProblemException(
      'invalid-parameter',
      `A report spans ${MAX_REPORT_DAYS} days at most: narrow start_date and end_date down`,
    );
  }
  const dates = [first];
  while (dates.length < count) dates.push(nextDay(dates.at(-1) ?? first));
  const edges = [...dates, nextDay(last)].map((date) => startOfDay(date, zone));
  return { dates, edges };
}

/** The key of the row that a day belongs to, where rows are days, weeks or months. */
export function bucketOf(date: string, group: ReportGroup, weekStart: WeekStart): string {
  if (group === 'week') return weekOf(date, weekStart);
  return group === 'month' ? date.slice(0, 7) : date;
}

function weekOf(date: string, weekStart: WeekStart): string {
  const { weekday } = DateTime.fromISO(date, { zone: 'utc' });
  return plusDays(date, -((weekday - weekStart + 7) % 7));
}

const plusDays = (date: string, days: number): string =>
  DateTime.fromISO(date, { zone: 'utc' }).plus({ days }).toISODate() ?? date;
