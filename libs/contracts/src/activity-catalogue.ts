import type { Action, EntityType } from './activity';

/** A sentence for each way in which an action is described; `{words}` in braces stand for what differs. */
type Descriptions = readonly [string, ...string[]];
type Catalogue = Readonly<Record<EntityType, Partial<Record<Action, Descriptions>>>>;

/**
 * Everything that is recorded: the actions of each kind of thing, and how they are told. A type that is missing
 * here does not compile, and `catalogue.spec.ts` fails for what is listed and never happens, and for what
 * happens and is not listed.
 */
export const ACTIVITY_CATALOGUE = {
  project: {
    created: ['Created project "{name}" for {client}'],
    updated: [
      'Updated project "{name}"',
      'Added {person} to project "{name}"',
      'Removed {person} from project "{name}"',
      'Changed role of {person} in project "{name}" to {role}',
    ],
    archived: ['Archived project "{name}"', 'Archived project "{name}": {reason}'],
    unarchived: ['Unarchived project "{name}"', 'Unarchived project "{name}": {reason}'],
    deleted: ['Deleted project "{name}"'],
    favorited: ['Added project "{name}" to favorites'],
    unfavorited: ['Removed project "{name}" from favorites'],
  },
  task: {
    created: ['Created task "{name}" in project "{project}"'],
    updated: ['Updated task "{name}"'],
    status_changed: ['Changed task "{name}" status from {old} to {new}'],
    completed: ['Completed task "{name}"'],
    reopened: ['Reopened task "{name}"'],
    assigned: ['Assigned task "{name}" to {person}'],
    unassigned: ['Unassigned task "{name}"'],
    deleted: ['Deleted task "{name}"'],
  },
  time_entry: {
    started: [
      'Started timer for {project}',
      'Started timer for {project} - {task}',
      'Resumed timer for {project}',
      'Resumed timer for {project} - {task}',
    ],
    stopped: [
      'Stopped timer for {project} - Duration: {duration}',
      'Stopped timer for {project} - {task} - Duration: {duration}',
    ],
    created: [
      'Created time entry for {project} - {duration}',
      'Created time entry for {project} - {task} - {duration}',
    ],
    updated: ['Updated time entry for {project}', 'Updated time entry for {project} - {task}'],
    deleted: [
      'Deleted time entry for {project} - {duration}',
      'Deleted time entry for {project} - {duration}: {reason}',
    ],
  },
  time_entry_template: {
    created: ['Created time entry template "{name}"'],
    updated: ['Updated time entry template "{name}"'],
    deleted: ['Deleted time entry template "{name}"'],
  },
  client: {
    created: ['Added new client "{name}"'],
    updated: ['Updated client "{name}"'],
    archived: ['Archived client "{name}"'],
    unarchived: ['Unarchived client "{name}"'],
    deleted: ['Deleted client "{name}"'],
  },
  invoice: {
    created: ['Created invoice {number} for {client} - {currency} {total}'],
    updated: ['Updated invoice {number}'],
    status_changed: ['Changed invoice {number} status from {old} to {new}'],
    sent: ['Sent invoice {number} to {email}'],
    paid: ['Recorded payment for invoice {number} - {currency} {amount}'],
    deleted: ['Deleted invoice {number}'],
  },
  user: {
    created: ['Created user "{username}"'],
    updated: [
      'Updated user "{username}"',
      'Changed role of user "{username}" from {old} to {new}',
      'Deactivated user "{username}"',
      'Reactivated user "{username}"',
      'Made an invitation link for user "{username}"',
    ],
    signed_in: ['Signed in'],
    signed_out: ['Signed out'],
    sign_in_failed: ['Failed sign-in', 'Failed sign-in {count} times'],
    password_changed: ['Changed password'],
  },
  comment: {
    commented: ['Commented on task "{task}"', 'Commented on project "{project}"'],
    updated: ['Edited a comment on task "{task}"', 'Edited a comment on project "{project}"'],
    deleted: ['Deleted a comment on task "{task}"', 'Deleted a comment on project "{project}"'],
  },
  saved_filter: {
    created: ['Created saved filter "{name}" for {scope}'],
    updated: ['Updated saved filter "{name}" for {scope}'],
    deleted: ['Deleted saved filter "{name}" for {scope}'],
  },
  setting: {
    updated: [
      'Changed setting "{name}" from {old} to {new}',
      'Closed period {month}',
      'Opened period {month}: {reason}',
    ],
  },
} as const satisfies Catalogue;

/** One kind of deed on one kind of thing, and when the viewer could last see it. */
export interface CatalogueEntry {
  entity_type: EntityType;
  action: Action;
  /** The sentences that tell of it, with `{words}` in braces for what differs. */
  descriptions: string[];
  /** When it last happened, and the activity of it; null when it never did, as far as the viewer may know. */
  last_at: string | null;
  last_id: number | null;
}

/** `GET /api/activities/catalogue`: everything that is recorded, by kind of thing. */
export interface ActivityCatalogue {
  catalogue: CatalogueEntry[];
}
