import type { Action, ActivityView, EntityType, Me } from '@tidemark/contracts';
import type { IconName } from '@tidemark/web/ui';

/** What a colour says: go begins or succeeds, halt ends or fails, edit changes, note is about people, warn wants a look. */
export type Tone = 'go' | 'halt' | 'edit' | 'note' | 'warn' | 'quiet';

/** Where a thing can be opened: router commands and query parameters. */
export interface Place {
  commands: (string | number)[];
  queryParams?: Record<string, string | number>;
  /** The part of the page to show. */
  fragment?: string;
}

export interface EntityBadge {
  /** "Time entry" */
  label: string;
  /** "Time entries" */
  plural: string;
  icon: IconName;
  /** Below this address each of them has a page of its own with its history: "/tasks". */
  pages?: string;
  /** Where the viewer finds it; null where there is nothing to open, or not for this viewer. */
  route: (activity: ActivityView, viewer: Me) => Place | null;
}

export interface ActionBadge {
  /** As a filter: "Status changed" */
  label: string;
  /** Before a number of things: "updated" 6 tasks */
  verb: string;
  /** The verb says all, and things are counted as times: "signed in" 3 times */
  isIntransitive?: true;
  icon: IconName;
  tone: Tone;
}

/** Administrators and auditors see everybody, and what nobody else may know. */
export function seesEverything({ role }: Pick<Me, 'role'>): boolean {
  return role === 'admin' || role === 'auditor';
}

/** Where the comments stand on the page of what they are about. */
const COMMENTS = 'comments';

/** Things with pages of their own, for those who may open them. */
function own(
  pages: string,
  isOpenTo: (viewer: Me) => boolean = () => true,
): Required<Pick<EntityBadge, 'pages' | 'route'>> {
  return {
    pages,
    route: ({ entity_id }, viewer) =>
      entity_id !== null && isOpenTo(viewer) ? { commands: [pages, entity_id] } : null,
  };
}

/**
 * Where the whole history of the thing is: on its own page, which outlives the thing, else in the feed. Null where the
 * thing is not known.
 */
export function historyOf(activity: ActivityView, viewer: Me): Place | null {
  const { entity_type, entity_id } = activity;
  if (entity_id === null) return null;
  const place =
    ENTITY_BADGES[entity_type].pages && ENTITY_BADGES[entity_type].route(activity, viewer);
  return place
    ? { commands: place.commands, queryParams: { tab: 'activity' } }
    : { commands: ['/activity'], queryParams: { entity_type, entity_id } };
}

/** A type that is new in the contracts does not compile until it is given its badge here. */
export const ENTITY_BADGES: Record<EntityType, EntityBadge> = {
  project: { label: 'Project', plural: 'Projects', icon: 'folder', ...own('/projects') },
  task: { label: 'Task', plural: 'Tasks', icon: 'task', ...own('/tasks') },
  time_entry: { label: 'Time entry', plural: 'Time entries', icon: 'clock', ...own('/time') },
  time_entry_template: {
    label: 'Template',
    plural: 'Templates',
    icon: 'copy',
    // Everybody has their own.
    route: ({ user_id }, viewer) => (user_id === viewer.id ? { commands: ['/templates'] } : null),
  },
  client: {
    ...{ label: 'Client', plural: 'Clients', icon: 'client' },
    ...own('/clients', (viewer) => seesEverything(viewer) || viewer.is_lead),
  },
  invoice: {
    ...{ label: 'Invoice', plural: 'Invoices', icon: 'document' },
    ...own('/invoices', (viewer) => seesEverything(viewer) || viewer.is_lead),
  },
  user: { label: 'Person', plural: 'People', icon: 'people', ...own('/people', seesEverything) },
  comment: {
    label: 'Comment',
    plural: 'Comments',
    icon: 'chat',
    route: ({ project_id, extra_data: { task_id } }) => {
      if (typeof task_id === 'number') return { commands: ['/tasks', task_id], fragment: COMMENTS };
      return project_id === null
        ? null
        : { commands: ['/projects', project_id], fragment: COMMENTS };
    },
  },
  saved_filter: {
    label: 'Saved filter',
    plural: 'Saved filters',
    icon: 'filter',
    route: () => ({ commands: ['/activity'] }),
  },
  setting: {
    label: 'Setting',
    plural: 'Settings',
    icon: 'settings',
    route: (_activity, viewer) => (seesEverything(viewer) ? { commands: ['/settings'] } : null),
  },
};

/** As above, for what can happen to them. */
export const ACTION_BADGES: Record<Action, ActionBadge> = {
  created: { label: 'Created', verb: 'created', icon: 'plus', tone: 'edit' },
  updated: { label: 'Updated', verb: 'updated', icon: 'pen', tone: 'edit' },
  deleted: { label: 'Deleted', verb: 'deleted', icon: 'trash', tone: 'halt' },
  started: { label: 'Started', verb: 'started', icon: 'play', tone: 'go' },
  stopped: { label: 'Stopped', verb: 'stopped', icon: 'stop', tone: 'halt' },
  completed: { label: 'Completed', verb: 'completed', icon: 'check', tone: 'go' },
  reopened: { label: 'Reopened', verb: 'reopened', icon: 'restore', tone: 'warn' },
  status_changed: {
    label: 'Status changed',
    verb: 'changed the status of',
    icon: 'arrow-right',
    tone: 'edit',
  },
  assigned: { label: 'Assigned', verb: 'assigned', icon: 'person', tone: 'note' },
  unassigned: { label: 'Unassigned', verb: 'unassigned', icon: 'person', tone: 'quiet' },
  commented: { label: 'Commented', verb: 'wrote', icon: 'chat', tone: 'note' },
  archived: { label: 'Archived', verb: 'archived', icon: 'archive', tone: 'warn' },
  unarchived: { label: 'Unarchived', verb: 'unarchived', icon: 'restore', tone: 'edit' },
  favorited: { label: 'Favorited', verb: 'favorited', icon: 'star-filled', tone: 'warn' },
  unfavorited: { label: 'Unfavorited', verb: 'unfavorited', icon: 'star', tone: 'quiet' },
  sent: { label: 'Sent', verb: 'sent', icon: 'send', tone: 'go' },
  paid: { label: 'Paid', verb: 'recorded a payment for', icon: 'money', tone: 'go' },
  signed_in: {
    label: 'Signed in',
    verb: 'signed in',
    isIntransitive: true,
    icon: 'sign-in',
    tone: 'quiet',
  },
  signed_out: {
    label: 'Signed out',
    verb: 'signed out',
    isIntransitive: true,
    icon: 'sign-out',
    tone: 'quiet',
  },
  sign_in_failed: {
    label: 'Sign-in failed',
    verb: 'failed to sign in',
    isIntransitive: true,
    icon: 'warning',
    tone: 'halt',
  },
  password_changed: {
    label: 'Password changed',
    verb: 'changed the password',
    isIntransitive: true,
    icon: 'key',
    tone: 'note',
  },
};
