import type { World } from '../world';
import { adminOnly, all, leads, members, readers, type Row, unique } from './row';

const project = (rest: string) => (world: World) => `/projects/${world.projectId}${rest}`;
const colleague = (world: World) => `/projects/${world.projectId}/members/${world.colleague.id}`;
const client = (rest: string) => (world: World) => `/clients/${world.emptyClientId}${rest}`;

/** Clients, projects and who is in them. */
export const PROJECT_REQUESTS: Row[] = [
  { method: 'GET', route: '/clients', statuses: [403, 403, 200, 200, 200] },
  {
    method: 'POST',
    route: '/clients',
    body: () => ({ name: unique('Client') }),
    statuses: adminOnly(201),
  },
  { method: 'GET', route: '/clients/{id}', path: client(''), statuses: [403, 403, 200, 200, 200] },
  {
    method: 'PATCH',
    route: '/clients/{id}',
    path: client(''),
    body: () => ({ note: unique('Note') }),
    statuses: adminOnly(200),
  },
  { method: 'DELETE', route: '/clients/{id}', path: client(''), statuses: adminOnly(204) },
  {
    method: 'POST',
    route: '/clients/{id}/archive',
    path: client('/archive'),
    statuses: adminOnly(200),
  },
  {
    method: 'POST',
    route: '/clients/{id}/unarchive',
    path: client('/unarchive'),
    statuses: adminOnly(200),
  },
  { method: 'GET', route: '/projects', statuses: all(200) },
  {
    method: 'POST',
    route: '/projects',
    body: (world) => ({ name: unique('Project'), client_id: world.clientId }),
    statuses: [403, 403, 201, 403, 201],
  },
  { method: 'GET', route: '/projects/{id}', path: project(''), statuses: readers },
  {
    method: 'PATCH',
    route: '/projects/{id}',
    path: project(''),
    body: () => ({ name: unique('Renamed') }),
    statuses: leads(200),
  },
  {
    method: 'DELETE',
    route: '/projects/{id}',
    path: (world) => `/projects/${world.emptyProjectId}`,
    statuses: [404, 403, 403, 403, 204],
  },
  {
    method: 'POST',
    route: '/projects/{id}/archive',
    path: project('/archive'),
    statuses: leads(200),
  },
  {
    method: 'POST',
    route: '/projects/archive',
    body: (world) => ({ ids: [world.projectId] }),
    statuses: leads(200),
  },
  {
    method: 'POST',
    route: '/projects/{id}/unarchive',
    path: project('/unarchive'),
    statuses: leads(200),
  },
  {
    method: 'PUT',
    route: '/projects/{id}/favorite',
    path: project('/favorite'),
    statuses: members(204),
  },
  {
    method: 'DELETE',
    route: '/projects/{id}/favorite',
    path: project('/favorite'),
    statuses: members(204),
  },
  { method: 'GET', route: '/projects/{id}/members', path: project('/members'), statuses: readers },
  {
    method: 'POST',
    route: '/projects/{id}/members',
    path: (world) => `/projects/${world.emptyProjectId}/members`,
    body: () => ({ user_id: 1, role: 'member' }),
    statuses: leads(201),
  },
  {
    method: 'PATCH',
    route: '/projects/{id}/members/{userId}',
    path: colleague,
    body: () => ({ role: 'lead' }),
    statuses: leads(200),
  },
  {
    method: 'DELETE',
    route: '/projects/{id}/members/{userId}',
    path: colleague,
    statuses: leads(204),
  },
];
