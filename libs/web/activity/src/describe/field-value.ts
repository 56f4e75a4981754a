import type { Json } from '@tidemark/contracts';
import { dayIn, formatClock, timeIn } from '@tidemark/web/ui';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;
const DAY = /^\d{4}-\d\d-\d\d$/;
/** Fields whose values are words of the product: "in_progress". */
const WORDED = new Set([
  'status',
  'old_status',
  'new_status',
  'payment_method',
  'priority',
  'role',
  'theme',
  'source',
  'scope',
]);

const FIELD_LABELS: Record<string, string> = {
  assigned_to: 'Assignee',
  client_id: 'Client',
  color: 'Colour',
  delta_amount: 'Worth changed by',
  delta_hours: 'Hours changed by',
  due_date: 'Due',
  email: 'E-mail',
  ended_at: 'End',
  is_active: 'Active',
  late_edit_days: 'Days until a reason',
  project_id: 'Project',
  started_at: 'Start',
  target_user_id: 'For',
  task_id: 'Task',
  user_id: 'Person',
};

/** "in_progress" → "In progress", "todo" → "To do" */
export function humanise(word: string): string {
  const words = word === 'todo' ? 'to do' : word.replaceAll('_', ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A field's name as people say it: "due_date" → "Due", "hourly_rate" → "Hourly rate". */
export function fieldLabel(field: string): string {
  return FIELD_LABELS[field] ?? humanise(field.replace(/_(id|at|seconds|hours)$/, ''));
}

/** The name behind an id in a field; undefined where it is not known. */
export type NameOf = (field: string, id: number) => string | undefined;

/**
 * A value of a field as people read it: states as words, durations as h:mm:ss, instants in the viewer's zone, ids by name
 * or with "#". Nothing is "none".
 */
export function fieldValue(field: string, value: Json, zone: string, nameOf?: NameOf): string {
  const name = typeof value === 'number' ? nameOf?.(field, value) : undefined;
  if (name !== undefined) return name;
  if (value === null || value === '') return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return numberValue(field, value);
  if (typeof value === 'object') return JSON.stringify(value);
  if (field.endsWith('_hours')) return numberValue(field, Number(value));
  if (WORDED.has(field)) return humanise(value);
  if (INSTANT.test(value)) return `${shortDay(dayIn(zone, value))} ${timeIn(zone, value)}`;
  return DAY.test(value) ? shortDay(value) : value;
}

function numberValue(field: string, value: number): string {
  if (field.endsWith('_seconds')) return formatClock(value);
  if (field.endsWith('_hours')) return `${value} h`;
  return field === 'id' || field.endsWith('_id') || field === 'assigned_to'
    ? `#${value}`
    : `${value}`;
}

const days = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** "20 Nov 2026": in a trail a date means one day for ever, so never "yesterday". */
export function shortDay(day: string): string {
  return days.format(new Date(`${day}T00:00Z`));
}
