import { computed } from '@angular/core';
import { TASK_PRIORITIES, TASK_STATUSES, type TaskQuery } from '@tidemark/contracts';
import { addDays, type Day } from '@tidemark/web/ui';
import type { UrlQuery } from '@tidemark/web/ui/pages';
import { TASK_PRIORITY_LABELS, TASK_STATUS_LABELS } from './task-words';

const OPEN = 'todo,in_progress,review';
const SORTS = ['status', 'name', 'due_date', 'priority', 'created_at'] as const;
const DUE = ['overdue', 'today', 'week'] as const;
export const TASK_FILTERS = ['project_id', 'status', 'priority', 'assignee', 'due'] as const;

export const STATUS_OPTIONS = [
  ...TASK_STATUSES.map((value) => ({ value, label: TASK_STATUS_LABELS[value] })),
  { value: 'all', label: 'All' },
];
export const PRIORITY_OPTIONS = TASK_PRIORITIES.map((value) => ({
  value,
  label: TASK_PRIORITY_LABELS[value],
}));
export const DUE_OPTIONS = [
  { value: 'overdue', label: 'Overdue' },
  { value: 'today', label: 'Due today' },
  { value: 'week', label: 'Due within a week' },
];

/** What the address asks for. Grouped by status, and open tasks alone, unless it says otherwise. */
export function taskFilters(url: UrlQuery, today: () => Day, me: () => number | undefined) {
  const status = computed(() => url.oneOf('status', [...TASK_STATUSES, 'all']));
  const priority = computed(() => url.oneOf('priority', TASK_PRIORITIES));
  const due = computed(() => url.oneOf('due', DUE));
  const sort = computed(
    () => url.oneOf('sort', [...SORTS, ...SORTS.map((name) => `-${name}` as const)]) ?? 'status',
  );
  const mine = computed(() => url.text('assignee') === 'me');
  const assignee = computed(() => (mine() ? me() : url.id('assignee')));
  const text = computed(() => url.text('q') ?? '');
  const query = computed<TaskQuery>(() => ({
    q: text(),
    project_id: url.id('project_id'),
    status: status() === 'all' ? undefined : (status() ?? OPEN),
    priority: priority(),
    assigned_to: assignee(),
    ...dueRange(due(), today()),
    sort: sort(),
    page: url.page(),
  }));
  return { status, priority, due, sort, mine, assignee, text, query };
}

/** The days that a filter stands for, both ends inclusive. */
export function dueRange(
  due: (typeof DUE)[number] | undefined,
  today: Day,
): Pick<TaskQuery, 'due_from' | 'due_to'> {
  if (due === 'overdue') return { due_to: addDays(today, -1) };
  if (due === 'today') return { due_from: today, due_to: today };
  return due === 'week' ? { due_from: today, due_to: addDays(today, 6) } : {};
}
