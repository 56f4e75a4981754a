import type { ReportGroup, ReportRow } from '@tidemark/contracts';
import { addDays, type Day } from '@tidemark/web/ui';

/** In the order in which they stand side by side. */
export const GROUP_WORDS: Record<ReportGroup, { one: string; all: string }> = {
  project: { one: 'Project', all: 'All projects' },
  client: { one: 'Client', all: 'All clients' },
  person: { one: 'Person', all: 'All people' },
  task: { one: 'Task', all: 'All tasks' },
  day: { one: 'Day', all: 'All days' },
  week: { one: 'Week', all: 'All weeks' },
  month: { one: 'Month', all: 'All months' },
};

/** What a row is called on the screen. */
export function rowName({ key, label }: ReportRow, group: ReportGroup): string {
  if (group === 'task' && key === null) return 'No task';
  if (group === 'day') return words(label, DAY);
  if (group === 'month') return words(`${label}-01`, MONTH);
  if (group === 'week') return WEEK.formatRange(at(label), at(addDays(label, 6)));
  return label;
}

/** "1234567.50" as "1,234,567.50" */
export function formatAmount(amount: string): string {
  const [whole = '', places = ''] = amount.split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${places}`;
}

/** 0.8214 as "82%"; what is something but rounds to nothing is "<1%". */
export function formatShare(share: number): string {
  const percent = Math.round(share * 100);
  if (percent === 0 && share > 0) return '<1%';
  return percent === 100 && share < 1 ? '99%' : `${percent}%`;
}

const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
const DAY = format({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
const WEEK = format({ day: 'numeric', month: 'short', year: 'numeric' });
const MONTH = format({ month: 'long', year: 'numeric' });

const at = (day: Day): Date => new Date(`${day}T00:00Z`);
const words = (day: Day, by: Intl.DateTimeFormat): string => by.format(at(day)).replaceAll(',', '');
