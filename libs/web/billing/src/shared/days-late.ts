import type { InvoiceSummary } from '@tidemark/contracts';

/** When an invoice that waits for payment should be paid: "12 days late", "today", "in 3 days". The server counts. */
export function dueWords({ due_in_days: days }: Due): string {
  if (days === null) return '';
  if (days === 0) return 'today';
  const count = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`;
  return days < 0 ? `${count} late` : `in ${count}`;
}

/** Also in the moments before the job of the server has noticed. */
export function isLate({ status, due_in_days: days }: Due): boolean {
  return status === 'overdue' || (days ?? 0) < 0;
}

type Due = Pick<InvoiceSummary, 'status' | 'due_in_days'>;
