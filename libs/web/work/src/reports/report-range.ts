import { addDays, type Day, startOfWeek, type Weekday } from '@tidemark/web/ui';
import type { DayRange } from '../time-entries/time-range';

export const RANGES = [
  'this-week',
  'last-week',
  'this-month',
  'last-month',
  'this-quarter',
  'last-quarter',
  'this-year',
  'last-year',
] as const;
export type NamedRange = (typeof RANGES)[number];

export const RANGE_LABELS: Record<NamedRange, string> = {
  'this-week': 'This week',
  'last-week': 'Last week',
  'this-month': 'This month',
  'last-month': 'Last month',
  'this-quarter': 'This quarter',
  'last-quarter': 'Last quarter',
  'this-year': 'This year',
  'last-year': 'Last year',
};

export const MAX_DAYS = 366;

const MONTHS = { month: 1, quarter: 3, year: 12 };
const MS_PER_DAY = 86_400_000;

/** The days that a name stands for today. */
export function namedRange(name: NamedRange, today: Day, weekStart: Weekday): DayRange {
  const [which, unit] = name.split('-') as ['this' | 'last', 'week' | keyof typeof MONTHS];
  const range = unit === 'week' ? weekAround(today, weekStart) : monthsAround(today, MONTHS[unit]);
  return which === 'last' ? stepped(range, -1) : range;
}

/** The name of a range, where it has one today. */
export function nameOf(range: DayRange, today: Day, weekStart: Weekday): NamedRange | undefined {
  return RANGES.find((name) => {
    const { first, last } = namedRange(name, today, weekStart);
    return first === range.first && last === range.last;
  });
}

/** The range of the same kind before or after: whole months by months, anything else by its days. */
export function stepped(range: DayRange, direction: 1 | -1): DayRange {
  const months = wholeMonths(range);
  if (months) {
    const first = plusMonths(range.first, direction * months);
    return { first, last: addDays(plusMonths(first, months), -1) };
  }
  const days = direction * daysIn(range);
  return { first: addDays(range.first, days), last: addDays(range.last, days) };
}

export const daysIn = ({ first, last }: DayRange): number =>
  (Date.parse(last) - Date.parse(first)) / MS_PER_DAY + 1;

/** "November 2026", "October – December 2026", "2026", "Mon 16 – Sun 22 Nov 2026", "Tue 3 Nov 2026". */
export function titleOf(range: DayRange): string {
  const { first, last } = range;
  const months = wholeMonths(range);
  if (months === 12 && first.endsWith('-01-01')) return first.slice(0, 4);
  if (months === 1) return formatted(first, LONG_MONTH);
  if (months) return MONTH_RANGE.formatRange(at(first), at(last));
  return first === last
    ? formatted(first, DAY)
    : DAY.formatRange(at(first), at(last)).replaceAll(',', '');
}

/** How many whole calendar months a range is; 0 when it is not. */
function wholeMonths({ first, last }: DayRange): number {
  if (!first.endsWith('-01') || !addDays(last, 1).endsWith('-01')) return 0;
  return monthNumber(addDays(last, 1)) - monthNumber(first);
}

const monthNumber = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

function weekAround(day: Day, weekStart: Weekday): DayRange {
  const first = startOfWeek(day, weekStart);
  return { first, last: addDays(first, 6) };
}

function monthsAround(day: Day, months: number): DayRange {
  const into = (Number(day.slice(5, 7)) - 1) % months;
  const first = plusMonths(`${day.slice(0, 7)}-01`, -into);
  return { first, last: addDays(plusMonths(first, months), -1) };
}

/** For the first day of a month. */
function plusMonths(day: Day, months: number): Day {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}

const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
const LONG_MONTH = format({ month: 'long', year: 'numeric' });
const MONTH_RANGE = format({ month: 'long', year: 'numeric' });
const DAY = format({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });

const at = (day: Day): Date => new Date(`${day}T00:00Z`);
const formatted = (day: Day, by: Intl.DateTimeFormat): string =>
  by.format(at(day)).replaceAll(',', '');
