import type { Action, ActivityView, EntityType, Me } from '@tidemark/contracts';
import type { IconName } from '@tidemark/web/ui';

const LONGEST_SEARCH = 200;

/** What a colour says: go begins or succeeds, halt ends or fails, edit changes, note is about people, warn wants a look. */
export type Tone = 'go' | 'halt' | 'edit' | 'note' | 'warn' | 'quiet';

/** Where a thing can be opened: router commands and query parameters. */
export interface Place {
  commands: (string | number)[];
  queryParams?: Record<string, string | number>;
}

export interface EntityBadge {
  /** "Time entry" */
  label: string;
  /** "Time entries" */
  plural: string;
  icon: IconName;
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

/** A name as a search takes it: names may be longer. */
const searched = (name: string) => [...name].slice(0, LONGEST_SEARCH).join('').trim();

/** A task by its name: it has no page of its own. */
function taskPlace({ entity_name, project_id }: ActivityView): Place {
  const queryParams = { ...(project_id && { project_id }), q: searched(entity_name) };
  return { commands: ['/tasks'], queryParams: { ...queryParams, status: 'all' } };
}

/** A type that is new in the contracts does not compile until it is given its badge here. */
export const ENTITY_BADGES: Record<EntityType, EntityBadge> = {
  project: {
    label: 'Project',
    plural: 'Projects',
    icon: 'folder',
    route: ({ entity_id }) => (entity_id === null ? null : { commands: ['/projects', entity_id] }),
  },
  task: {
    label: 'Task',
    plural: 'Tasks',
    icon: 'task',
    route: taskPlace,
  },
  time_entry: {
    label: 'Time entry',
    plural: 'Time entries',
    icon: 'clock',
    route: ({ project_id }) =>
      project_id === null ? null : { commands: ['/projects', project_id] },
  },
  time_entry_template: {
    label: 'Template',
    plural: 'Templates',
    icon: 'copy',
    // Everybody has their own.
    route: ({ user_id }, viewer) => (user_id === viewer.id ? { commands: ['/templates'] } : null),
  },
  client: {
    label: 'Client',
    plural: 'Clients',
    icon: 'client',
    route: ({ entity_name }, viewer) =>
      seesEverything(viewer) || viewer.is_lead
        ? { commands: ['/clients'], queryParams: { q: searched(entity_name), shown: 'all' } }
        : null,
  },
  invoice: {
    label: 'Invoice',
    plural: 'Invoices',
    icon: 'document',
    route: ({ entity_id, action }, viewer) => {
      if (!seesEverything(viewer) && !viewer.is_lead) return null;
      const isThere = entity_id !== null && action !== 'deleted';
      return { commands: isThere ? ['/invoices', entity_id] : ['/invoices'] };
    },
  },
  user: {
    label: 'Person',
    plural: 'People',
    icon: 'people',
    route: ({ entity_name }, viewer) =>
      seesEverything(viewer)
        ? { commands: ['/people'], queryParams: { q: searched(entity_name) } }
        : null,
  },
  comment: {
    label: 'Comment',
    plural: 'Comments',
    icon: 'chat',
    // A comment bears the name of what it is about.
    route: (activity) => {
      const { project_id, description } = activity;
      if (project_id === null) return null;
      return /^[^"]* on task "/.test(description)
        ? taskPlace(activity)
        : { commands: ['/projects', project_id] };
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
