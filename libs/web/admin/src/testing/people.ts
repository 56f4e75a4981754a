import type { Me, Session, UserPage, UserView } from '@tidemark/contracts';

/** Somebody signed in, for specs. */
export const ANA: Me = {
  id: 1,
  username: 'ana',
  display_name: 'Ana Pereira',
  email: 'ana@example.com',
  role: 'admin',
  time_zone: 'Europe/Berlin',
  theme: 'system',
  week_start: 1,
  is_lead: false,
};

export const SESSION: Session = { access_token: 'token', expires_in: 600, user: ANA };

/** A row of the list of people. */
export function person(id: number, display_name: string, more: Partial<UserView> = {}): UserView {
  return {
    id,
    username: display_name.toLowerCase(),
    display_name,
    email: `${display_name.toLowerCase()}@example.com`,
    role: 'member',
    time_zone: 'UTC',
    is_active: true,
    is_invited: false,
    last_sign_in_at: null,
    created_at: '2026-01-01T00:00:00.000Z',
    ...more,
  };
}

export function pageOf(users: UserView[]): UserPage {
  return {
    users,
    total: users.length,
    pages: 1,
    current_page: 1,
    has_next: false,
    has_prev: false,
  };
}
