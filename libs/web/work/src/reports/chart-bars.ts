import type { TimeReport } from '@tidemark/contracts';
import { type Day, formatHours, startOfWeek, type Weekday } from '@tidemark/web/ui';
import type { DayRange } from '../time-entries/time-range';

export type BarUnit = 'day' | 'week' | 'month';

/** A bar of the chart, of all the days from its first to its last one. */
export interface ChartBar extends DayRange {
  /** Under the bar: "Mon 23", "23 Nov", "Nov". */
  label: string;
  /** Of the bar alone: "Monday 23 November 2026". */
  name: string;
  billable: number;
  other: number;
}

/** More bars than these say less than fewer bars. */
const MAX_DAYS = 45;
const MAX_WEEK_DAYS = 190;

export function unitFor(days: number): BarUnit {
  if (days <= MAX_DAYS) return 'day';
  return days <= MAX_WEEK_DAYS ? 'week' : 'month';
}

/** The days of a report as bars: by day, or by week or month where there are many. */
export function chartBars(days: TimeReport['days'], weekStart: Weekday): ChartBar[] {
  const unit = unitFor(days.length);
  const bars = new Map<string, ChartBar>();
  for (const { date, seconds, billable_seconds } of days) {
    const key = keyOf(date, unit, weekStart);
    const bar = bars.get(key) ?? {
      first: date,
      last: date,
      label: '',
      name: '',
      billable: 0,
      other: 0,
    };
    bar.last = date;
    bar.billable += billable_seconds;
    bar.other += seconds - billable_seconds;
    bars.set(key, bar);
  }
  return [...bars.values()].map((bar) => ({ ...bar, ...wordsOf(bar, unit, days.length) }));
}

/** The chart in a sentence or three, for those who cannot see it. */
export function chartInWords(bars: readonly ChartBar[], unit: BarUnit): string {
  const total = (bar: ChartBar) => bar.billable + bar.other;
  const most = bars.reduce(
    (best, bar) => (total(bar) > total(best) ? bar : best),
    bars[0] as ChartBar,
  );
  const empty = bars.filter((bar) => total(bar) === 0).length;
  return [
    `Bar chart of hours by ${unit}, billable and not.`,
    `Most: ${most.name} with ${formatHours(total(most))}, of which ${formatHours(most.billable)} billable.`,
    ...(empty > 0 ? [`Nothing on ${empty} of ${bars.length} ${unit}s.`] : []),
  ].join(' ');
}

function keyOf(date: Day, unit: BarUnit, weekStart: Weekday): string {
  if (unit === 'week') return startOfWeek(date, weekStart);
  return unit === 'month' ? date.slice(0, 7) : date;
}

function wordsOf({ first, last }: DayRange, unit: BarUnit, days: number) {
  if (unit === 'day') {
    const short = days <= 7 ? WEEKDAY : DAY;
    return { label: plain(short, first), name: plain(LONG_DAY, first) };
  }
  if (unit === 'month') return { label: plain(MONTH, first), name: plain(LONG_MONTH, first) };
  return { label: plain(DAY, first), name: LONG_WEEK.formatRange(at(first), at(last)) };
}

const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
const WEEKDAY = format({ weekday: 'short', day: 'numeric' });
const DAY = format({ day: 'numeric', month: 'short' });
const LONG_DAY = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const LONG_WEEK = format({ day: 'numeric', month: 'long', year: 'numeric' });
const MONTH = format({ month: 'short' });
const LONG_MONTH = format({ month: 'long', year: 'numeric' });

const at = (day: Day): Date => new Date(`${day}T00:00Z`);
const plain = (by: Intl.DateTimeFormat, day: Day): string => by.format(at(day)).replaceAll(',', '');
