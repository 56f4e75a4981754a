import type { PageInfo } from './page';

/** Kinds of thing an activity can be about. Each one is written by some route and has a test that proves it. */
export const ENTITY_TYPES = [
  'project',
  'task',
  'time_entry',
  'time_entry_template',
  'client',
  'invoice',
  'user',
  'comment',
  'saved_filter',
  'setting',
] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

/** What can happen to them, in the past tense. Nothing is listed that never happens. */
export const ACTIONS = [
  'created',
  'updated',
  'deleted',
  'started',
  'stopped',
  'completed',
  'reopened',
  'status_changed',
  'assigned',
  'unassigned',
  'commented',
  'archived',
  'unarchived',
  'favorited',
  'unfavorited',
  'sent',
  'paid',
  'signed_in',
  'signed_out',
  'sign_in_failed',
  'password_changed',
] as const;
export type Action = (typeof ACTIONS)[number];

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** One audited field before and after. Values are as on the wire: ISO instants, decimal strings, ids. */
export interface FieldChange {
  field: string;
  from: Json;
  to: Json;
  /** Such as a rate: shown to administrators and auditors only. */
  confidential?: true;
}

/** One line of the trail. */
export interface ActivityView {
  id: number;
  /** The person who acted; null for a job or for somebody who was not signed in. */
  user_id: number | null;
  username: string | null;
  display_name: string;
  action: Action;
  entity_type: EntityType;
  /** Null only where the thing is not known, such as a sign-in to an account that does not exist. */
  entity_id: number | null;
  entity_name: string;
  project_id: number | null;
  description: string;
  extra_data: Record<string, Json>;
  changes: FieldChange[];
  /** ISO 8601 in UTC with milliseconds and "Z". */
  created_at: string;
  /** "person", "anonymous" or "job:<name>". */
  source: string;
  /** Rows of one bulk change carry the same one. */
  batch_id: string | null;
  /** For administrators and auditors only. */
  ip_address?: string | null;
  /** For administrators and auditors only. */
  user_agent?: string | null;
}

/** What `GET /api/activities` can be asked. Dates are whole days in the viewer's zone (2026-01-15) or ISO instants. */
export interface ActivityFilter {
  user_id?: number;
  entity_type?: EntityType[];
  action?: Action[];
  start_date?: string;
  end_date?: string;
  project_id?: number;
  entity_id?: number;
  q?: string;
}

export interface ActivityPage extends PageInfo {
  activities: ActivityView[];
  /** `total` stops at 10 000 when this is true: there are at least so many. */
  total_is_capped?: boolean;
  /** For the rows below this page: `before=<next_cursor>`. Null at the end. */
  next_cursor: string | null;
  /** For what was committed after this page was read, in whatever order it committed: `after=<newest_cursor>`. */
  newest_cursor: string;
}

/** What `GET /api/activities/stats?days=7` answers. */
export interface ActivityStats {
  total_activities: number;
  entity_counts: Partial<Record<EntityType, number>>;
  action_counts: Partial<Record<Action, number>>;
  /** The ten most active; a member sees the own row only. */
  user_activity: { username: string; display_name: string; count: number }[];
  period_days: number;
  /** One for every day of the period, in the viewer's zone, oldest first. */
  daily_counts: { date: string; count: number }[];
}
