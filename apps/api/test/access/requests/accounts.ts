import type { World } from '../world';
import { adminOnly, all, reviewers, type Row, serial, unique } from './row';

const user = (rest: string) => (world: World) => `/users/${world.colleague.id}${rest}`;

/** Oneself and the others. */
export const ACCOUNT_REQUESTS: Row[] = [
  { method: 'GET', route: '/me', statuses: all(200) },
  { method: 'PATCH', route: '/me', body: () => ({ theme: 'dark' }), statuses: all(200) },
  {
    method: 'POST',
    route: '/me/password',
    about: 'with a wrong current password',
    body: () => ({ current_password: 'wrong-wrong-wrong', new_password: 'harbour-light-88' }),
    statuses: all(400),
  },
  { method: 'GET', route: '/users', statuses: all(200) },
  {
    method: 'POST',
    route: '/users',
    body: () => {
      const username = `person${serial()}`;
      const email = `${username}@example.com`;
      return { username, display_name: 'New Person', email, role: 'member' };
    },
    statuses: adminOnly(201),
  },
  { method: 'GET', route: '/users/{id}', path: user(''), statuses: reviewers },
  {
    method: 'PATCH',
    route: '/users/{id}',
    path: user(''),
    body: () => ({ display_name: unique('Renamed') }),
    statuses: adminOnly(200),
  },
  {
    method: 'POST',
    route: '/users/{id}/invitation',
    path: user('/invitation'),
    statuses: adminOnly(201),
  },
];
