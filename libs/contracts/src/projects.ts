import type { PageInfo, PageQuery } from './page';

export const PROJECT_STATUSES = ['active', 'on_hold', 'completed', 'archived'] as const;
export type ProjectStatus = (typeof PROJECT_STATUSES)[number];
/** Statuses that an update may set; "archived" has routes of its own. */
export const OPEN_PROJECT_STATUSES = ['active', 'on_hold', 'completed'] as const;

/** lead: manages the project. member: works on it. */
export const PROJECT_ROLES = ['lead', 'member'] as const;
export type ProjectRole = (typeof PROJECT_ROLES)[number];

export interface ProjectView {
  id: number;
  name: string;
  description: string;
  client_id: number;
  client_name: string;
  /** "#rrggbb" */
  color: string;
  /** Decimal string with two places per hour, such as "85.00". Null for none; absent for members who may not see rates. */
  hourly_rate?: string | null;
  budget_hours: number | null;
  /** Hours tracked so far by everybody, finished entries only. */
  tracked_hours: number;
  open_task_count: number;
  member_count: number;
  status: ProjectStatus;
  archived_reason: string | null;
  is_favorite: boolean;
  /** The viewer's role in the project; null for administrators and auditors who are not in it. */
  my_role: ProjectRole | null;
  /** The viewer may change it (administrators and leads). */
  can_manage: boolean;
  created_at: string;
}

export interface ProjectPage extends PageInfo {
  projects: ProjectView[];
}

/** sort: name, client_name, created_at, tracked_hours. Favourites come first with sort=favorite (then name), which is the default. */
export interface ProjectQuery extends PageQuery {
  q?: string;
  /** One or several, comma separated. */
  status?: string;
  client_id?: number;
  is_favorite?: boolean;
}

/** `POST /api/projects` and, every field optional, `PATCH /api/projects/:id`. */
export interface SaveProject {
  name: string;
  description?: string;
  client_id: number;
  color?: string;
  hourly_rate?: string | null;
  budget_hours?: number | null;
  status?: (typeof OPEN_PROJECT_STATUSES)[number];
}

/** `POST /api/projects/:id/archive` */
export interface ArchiveProject {
  reason?: string;
}

/** A person in a project. `id` is the person's. */
export interface MemberView {
  id: number;
  username: string;
  display_name: string;
  role: ProjectRole;
  /** Those who were deactivated stay in it, but are given nothing more to do. */
  is_active: boolean;
}

/** `GET /api/projects/:id/members` */
export interface MemberPage extends PageInfo {
  members: MemberView[];
}

/** `POST /api/projects/:id/members`; `PATCH …/members/:userId` takes the role alone; `DELETE …/members/:userId`. */
export interface SaveMember {
  user_id: number;
  role: ProjectRole;
}
