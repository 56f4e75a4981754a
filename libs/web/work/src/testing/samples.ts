import type {
  CommentView,
  Me,
  PageInfo,
  ProjectView,
  TaskView,
  TimeEntryTemplateView,
  TimeEntryView,
} from '@tidemark/contracts';

/** Noon of the day on which the tests happen; 13:00 in Berlin. */
export const NOON = Date.parse('2026-11-23T12:00:00.000Z');

export function aPerson(given: Partial<Me> = {}): Me {
  return {
    id: 1,
    username: 'ana',
    display_name: 'Ana Pereira',
    email: 'ana@example.org',
    role: 'member',
    time_zone: 'Europe/Berlin',
    theme: 'system',
    week_start: 1,
    is_lead: false,
    ...given,
  };
}

export function anEntry(given: Partial<TimeEntryView> = {}): TimeEntryView {
  return {
    id: 7,
    user_id: 1,
    user_display_name: 'Ana Pereira',
    project_id: 3,
    project_name: 'Apollo',
    project_color: '#2f7ed8',
    client_name: 'Acme GmbH',
    task_id: null,
    task_name: null,
    note: 'Fix login redirect',
    billable: true,
    source: 'timer',
    started_at: '2026-11-23T08:02:17.000Z',
    ended_at: '2026-11-23T09:30:41.000Z',
    duration_seconds: 5304,
    can_edit: true,
    ...given,
  };
}

/** One that has run since `started_at`. */
export function aTimer(given: Partial<TimeEntryView> = {}): TimeEntryView {
  return anEntry({ id: 8, ended_at: null, duration_seconds: null, ...given });
}

export function aProject(given: Partial<ProjectView> = {}): ProjectView {
  return {
    id: 3,
    name: 'Apollo',
    description: '',
    client_id: 2,
    client_name: 'Acme GmbH',
    color: '#2f7ed8',
    hourly_rate: '95.00',
    budget_hours: 200,
    tracked_hours: 124.5,
    open_task_count: 4,
    member_count: 2,
    status: 'active',
    archived_reason: null,
    is_favorite: false,
    my_role: 'lead',
    can_manage: true,
    created_at: '2026-01-15T09:00:00.000Z',
    ...given,
  };
}

export function aTask(given: Partial<TaskView> = {}): TaskView {
  return {
    id: 5,
    name: 'Rate limits',
    description: '',
    project_id: 3,
    project_name: 'Apollo',
    project_color: '#2f7ed8',
    status: 'todo',
    priority: 'medium',
    assigned_to: null,
    assigned_to_name: null,
    due_date: null,
    estimate_hours: null,
    tracked_hours: 0,
    can_edit: true,
    can_delete: true,
    created_at: '2026-11-01T09:00:00.000Z',
    ...given,
  };
}

/** By somebody else, on a task. */
export function aComment(given: Partial<CommentView> = {}): CommentView {
  return {
    id: 1,
    project_id: 3,
    task_id: 5,
    user_id: 2,
    username: 'ben',
    display_name: 'Ben Kaya',
    body: 'I will look at it *soon*',
    mentions: [],
    created_at: '2026-11-23T10:00:00.000Z',
    edited_at: null,
    can_edit: false,
    can_delete: false,
    ...given,
  };
}

export function aTemplate(given: Partial<TimeEntryTemplateView> = {}): TimeEntryTemplateView {
  return {
    id: 4,
    name: 'Daily',
    project_id: 3,
    project_name: 'Apollo',
    project_color: '#2f7ed8',
    client_name: 'Acme GmbH',
    task_id: null,
    task_name: null,
    note: 'Stand-up',
    billable: true,
    can_start: true,
    created_at: '2026-11-01T09:00:00.000Z',
    ...given,
  };
}

/** Everything on one page. */
export function onePage(total: number): PageInfo {
  return { total, pages: 1, current_page: 1, has_next: false, has_prev: false };
}
