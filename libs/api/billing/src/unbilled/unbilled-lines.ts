import {
  type InvoiceGrouping,
  type InvoiceRounding,
  type UnbilledLine,
  fromMinor,
  lineAmount,
} from '@tidemark/contracts';
import { hoursOf, rateToMinor } from '../money';

/** A finished, billable entry that no invoice bills. */
export interface UnbilledEntry {
  id: number;
  seconds: number;
  user_id: number;
  person_name: string;
  project_id: number;
  project_name: string;
  task_id: number | null;
  task_name: string | null;
  /** Decimal text with two places; null where the project has none. */
  hourly_rate: string | null;
}

interface Billing {
  groupBy: InvoiceGrouping;
  rounding: InvoiceRounding;
  currency: string;
}

/** Each entry is rounded up by itself: a call of a minute is billed as the first six or fifteen. */
export function billedSeconds(seconds: number, rounding: InvoiceRounding): number {
  if (rounding === 'none') return seconds;
  const step = Number(rounding) * 60;
  return Math.ceil(seconds / step) * step;
}

/** One line for each task, project or person, in the order of the entries. Time at another rate is another line. */
export function unbilledLines(entries: readonly UnbilledEntry[], billing: Billing): UnbilledLine[] {
  const groups = Map.groupBy(entries, (entry) => keyOf(entry, billing.groupBy));
  return [...groups.values()].map((group) => toLine(group, billing));
}

function keyOf(entry: UnbilledEntry, groupBy: InvoiceGrouping): string {
  const what = {
    task: [entry.project_id, entry.task_id],
    project: [entry.project_id],
    person: [entry.user_id, entry.hourly_rate],
  }[groupBy];
  return JSON.stringify(what);
}

function toLine(
  group: readonly UnbilledEntry[],
  { groupBy, rounding, currency }: Billing,
): UnbilledLine {
  const [first] = group as [UnbilledEntry];
  const sum = (of: (entry: UnbilledEntry) => number) =>
    group.reduce((total, entry) => total + of(entry), 0);
  const quantity = hoursOf(sum(({ seconds }) => billedSeconds(seconds, rounding)));
  const price = rateToMinor(first.hourly_rate ?? '0', currency);
  return {
    description: describe(first, groupBy),
    quantity,
    unit_price: fromMinor(price, currency),
    amount: fromMinor(lineAmount(quantity, price), currency),
    has_rate: first.hourly_rate !== null,
    project_name: first.project_name,
    seconds: sum(({ seconds }) => seconds),
    time_entry_ids: group.map(({ id }) => id),
  };
}

function describe(entry: UnbilledEntry, groupBy: InvoiceGrouping): string {
  if (groupBy === 'person') return entry.person_name;
  const task = groupBy === 'task' ? entry.task_name : null;
  return [entry.project_name, task].filter(Boolean).join(' - ');
}
