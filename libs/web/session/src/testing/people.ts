import type { Me, Session } from '@tidemark/contracts';

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

export const BEN: Me = { ...ANA, id: 2, username: 'ben', display_name: 'Ben Kaya', role: 'member' };

export function sessionOf(user: Me, access_token: string): Session {
  return { access_token, expires_in: 600, user };
}
