import type { InvoiceSummary } from '@tidemark/contracts';
import type { Day } from '@tidemark/web/ui';

const MS_PER_DAY = 86_400_000;
const UNPAID = ['sent', 'partially_paid', 'overdue'];

/** When an invoice that waits for payment should be paid, seen from today: "12 days late", "today", "in 3 days". */
export function dueWords({ status, due_date }: Due, today: Day): string {
  if (!UNPAID.includes(status)) return '';
  const days = Math.round((Date.parse(due_date) - Date.parse(today)) / MS_PER_DAY);
  if (days === 0) return 'today';
  const count = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`;
  return days < 0 ? `${count} late` : `in ${count}`;
}

/** Late by the calendar of the viewer, also before the job of the server has noticed. */
export function isLate({ status, due_date }: Due, today: Day): boolean {
  return status === 'overdue' || (UNPAID.includes(status) && due_date < today);
}

type Due = Pick<InvoiceSummary, 'status' | 'due_date'>;
