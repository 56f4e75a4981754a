import {
  addDays,
  type Day,
  formatDay,
  formatLongDay,
  startOfWeek,
  type Weekday,
} from '@tidemark/web/ui';

export const TIME_VIEWS = ['week', 'day'] as const;
export type TimeView = (typeof TIME_VIEWS)[number];

/** The days on screen, both inclusive. */
export interface DayRange {
  first: Day;
  last: Day;
}

/** The day itself, or the person's week around it. */
export function rangeAround(day: Day, view: TimeView, weekStart: Weekday): DayRange {
  if (view === 'day') return { first: day, last: day };
  const first = startOfWeek(day, weekStart);
  return { first, last: addDays(first, 6) };
}

/** "Today", "Monday 23 November", "This week", "Mon 16 Nov – Sun 22 Nov" */
export function nameOfRange(range: DayRange, today: Day): string {
  if (range.first === range.last) return nameOfDay(range.first, today);
  return isAround(range, today) ? 'This week' : fromTo(range, today);
}

/** The days of what has a name of its own: "Mon 23 Nov – Sun 29 Nov" of this week, "Monday 23 November" of today. */
export function daysOfRange(range: DayRange, today: Day): string {
  if (!isAround(range, today)) return '';
  return range.first === range.last ? formatLongDay(today) : fromTo(range, today);
}

const isAround = ({ first, last }: DayRange, day: Day) => first <= day && day <= last;

function fromTo({ first, last }: DayRange, today: Day): string {
  const year = last.slice(0, 4) === today.slice(0, 4) ? '' : ` ${last.slice(0, 4)}`;
  // Beside each other rather than beside today: "Yesterday" is no end of a week.
  return `${formatDay(first, last)} – ${formatDay(last, first)}${year}`;
}

function nameOfDay(day: Day, today: Day): string {
  if (day === today) return 'Today';
  const long = formatLongDay(day);
  return day.slice(0, 4) === today.slice(0, 4) ? long : `${long} ${day.slice(0, 4)}`;
}

/** A day as people put it into the address; undefined for anything else. */
export function toDay(text = ''): Day | undefined {
  if (!/^2\d{3}-\d\d-\d\d$/.test(text)) return undefined;
  const time = Date.parse(`${text}T00:00Z`);
  // The engine rolls 30 February over into March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) ? text : undefined;
}
