import { addDays, type Day } from '@tidemark/web/ui';

export const PERIODS = [
  { value: 'all', label: 'All unbilled time' },
  { value: 'this_month', label: 'This month' },
  { value: 'last_month', label: 'Last month' },
  { value: 'days', label: 'Some days' },
] as const;
export type Period = (typeof PERIODS)[number]['value'];

/** The first and the last day, both included; neither for all time. */
export function periodDays(
  period: Exclude<Period, 'days'>,
  today: Day,
): { start_date?: Day; end_date?: Day } {
  if (period === 'all') return {};
  const first = `${today.slice(0, 8)}01`;
  if (period === 'this_month') return { start_date: first, end_date: today };
  const end = addDays(first, -1);
  return { start_date: `${end.slice(0, 8)}01`, end_date: end };
}
