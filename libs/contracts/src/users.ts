import type { PageInfo, PageQuery } from './page';

/** admin: everything. auditor: reads everything, changes nothing. member: the own work and the own projects. */
export const ROLES = ['admin', 'auditor', 'member'] as const;
export type Role = (typeof ROLES)[number];

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** ISO weekday on which the person's week begins: 1 Monday, 6 Saturday, 7 Sunday. */
export const WEEK_STARTS = [1, 6, 7] as const;
export type WeekStart = (typeof WEEK_STARTS)[number];

/** Oneself: `GET /api/me`. */
export interface Me {
  id: number;
  username: string;
  display_name: string;
  email: string;
  role: Role;
  /** IANA name, such as "Europe/Berlin". */
  time_zone: string;
  theme: Theme;
  week_start: WeekStart;
  /** Leads at least one project: may create projects and read clients. */
  is_lead: boolean;
}

/** `PATCH /api/me` */
export interface SaveMe {
  display_name?: string;
  email?: string;
  time_zone?: string;
  theme?: Theme;
  week_start?: WeekStart;
}

/** `POST /api/me/password` */
export interface ChangePassword {
  current_password: string;
  new_password: string;
}

/** What everybody sees of everybody: enough for a name in a list. */
export interface PersonView {
  id: number;
  username: string;
  display_name: string;
}

/** What administrators and auditors see. */
export interface UserView extends PersonView {
  email: string;
  role: Role;
  time_zone: string;
  is_active: boolean;
  /** Has not yet set a password by the invitation link. */
  is_invited: boolean;
  last_sign_in_at: string | null;
  created_at: string;
}

/** `GET /api/users`: `UserView` rows for administrators and auditors, active `PersonView` rows for everybody else. */
export interface UserPage extends PageInfo {
  users: (PersonView | UserView)[];
}

/** `GET /api/users` takes `id` (one or several, comma separated; at most 100), `q` (name, username or e-mail), `role`, `is_active`; sort: display_name, username, created_at, last_sign_in_at. */
export interface UserQuery extends PageQuery {
  id?: string;
  q?: string;
  role?: Role;
  is_active?: boolean;
}

/** `POST /api/users` (administrators). Answers `InvitedUser`. */
export interface CreateUser {
  username: string;
  display_name: string;
  email: string;
  role: Role;
  time_zone?: string;
}

/** `PATCH /api/users/:id` (administrators). */
export interface SaveUser {
  display_name?: string;
  email?: string;
  role?: Role;
  is_active?: boolean;
}

/** The link by which a person sets the first (or, by an administrator's help, a new) password. Shown once. */
export interface Invitation {
  /** Path and fragment to put behind the product's address: "/invitation#<token>". */
  path: string;
  expires_at: string;
}

/** `POST /api/users` */
export interface InvitedUser {
  user: UserView;
  invitation: Invitation;
}
