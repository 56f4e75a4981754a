import { dayIn, timeIn } from '@tidemark/web/ui';
import { shortDay } from '../describe/field-value';
import { type PageFilter, RANGE_LABELS } from './page-filter';

/** The period as people say it: "Last 7 days", "From 1 Nov 2026", "1 Nov 2026 – 5 Nov 2026"; empty for all time. */
export function periodLabel({ range, start_date, end_date }: PageFilter, zone: string): string {
  if (range) return RANGE_LABELS[range];
  const [from, to] = [start_date, end_date].map((date) => date && dateLabel(date, zone));
  if (from && to) return from === to ? from : `${from} – ${to}`;
  if (from) return `From ${from}`;
  return to ? `Until ${to}` : '';
}

/** The day of a date of the filter, which may be an instant. */
export function dayOf(date: string | undefined, zone: string): string {
  return date === undefined ? '' : date.length > 10 ? dayIn(zone, date) : date;
}

function dateLabel(date: string, zone: string): string {
  const day = shortDay(dayOf(date, zone));
  return date.length > 10 ? `${day} ${timeIn(zone, date)}` : day;
}
