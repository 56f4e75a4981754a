import { addDays, type Day } from '@tidemark/web/ui';
import type { InvoiceForm } from './invoice-form';

const MS_PER_DAY = 86_400_000;

/** Days to pay in that are offered by one click. */
export const TERMS = [14, 30] as const;
export const DEFAULT_TERM = 14;

export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / MS_PER_DAY);
}

export function setTerm({ controls: { issue_date, due_date } }: InvoiceForm, days: number): void {
  due_date.setValue(addDays(issue_date.value, days));
  due_date.markAsDirty();
}

/** The days to pay in stay as many when the invoice gets another date. */
export function keepTerm({ controls: { issue_date, due_date } }: InvoiceForm): void {
  let days = daysBetween(issue_date.value, due_date.value);
  due_date.valueChanges.subscribe((due) => {
    const between = daysBetween(issue_date.value, due);
    if (between >= 0) days = between;
  });
  issue_date.valueChanges.subscribe((issue) => {
    if (issue_date.valid) due_date.setValue(addDays(issue, days));
  });
}
