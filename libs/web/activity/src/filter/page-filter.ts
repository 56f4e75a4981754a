import type { ActivityFilter, ActivityRange } from '@tidemark/contracts';
import { addDays, type Day } from '@tidemark/web/ui';

/** Periods that end today, and how many days they have. */
export type Range = ActivityRange;
export const RANGES: Record<Range, number> = { today: 1, '7d': 7, '30d': 30, '90d': 90 };
export const RANGE_LABELS: Record<Range, string> = {
  today: 'Today',
  '7d': 'Last 7 days',
  '30d': 'Last 30 days',
  '90d': 'Last 90 days',
};

/** What the activity page shows. A range moves on with the days; dates stay where they are. */
export interface PageFilter extends ActivityFilter {
  range?: Range;
}

/** What to ask the server for, on that day in the viewer's zone. */
export function resolve({ range, ...filter }: PageFilter, today: Day): ActivityFilter {
  return range ? { ...filter, start_date: addDays(today, 1 - RANGES[range]) } : filter;
}

/** Without the parts that say nothing, so that equal filters look equal. */
export function trimmed(filter: PageFilter): PageFilter {
  const said = Object.entries(filter).filter(
    ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && !value.length),
  );
  return Object.fromEntries(said);
}

/** How many things are filtered by; both dates are one. */
export function countFilters(filter: PageFilter): number {
  const { start_date, end_date, ...others } = trimmed(filter);
  return Object.keys(others).length + (start_date || end_date ? 1 : 0);
}
