import type { World } from '../world';
import { all, leads, members, readers, type Row, unique } from './row';

const project = (rest: string) => (world: World) => `/projects/${world.projectId}${rest}`;
const task = (world: World) => `/tasks/${world.taskId}`;
const comment = (world: World) => `/comments/${world.commentId}`;

/** Tasks, and what is said about them and about projects. */
export const TASK_REQUESTS: Row[] = [
  { method: 'GET', route: '/tasks', statuses: all(200) },
  {
    method: 'POST',
    route: '/tasks',
    body: (world) => ({ name: unique('Task'), project_id: world.projectId }),
    statuses: members(201),
  },
  { method: 'GET', route: '/tasks/{id}', path: task, statuses: readers },
  {
    method: 'PATCH',
    route: '/tasks/{id}',
    path: task,
    body: () => ({ status: 'done' }),
    statuses: members(200),
  },
  {
    method: 'PATCH',
    route: '/tasks',
    body: (world) => ({ ids: [world.taskId], status: 'done' }),
    statuses: members(200),
  },
  {
    method: 'DELETE',
    route: '/tasks/{id}',
    about: 'of the lead',
    path: task,
    statuses: leads(204),
  },
  {
    method: 'GET',
    route: '/projects/{id}/comments',
    path: project('/comments'),
    statuses: readers,
  },
  {
    method: 'POST',
    route: '/projects/{id}/comments',
    path: project('/comments'),
    body: () => ({ body: unique('Said') }),
    statuses: members(201),
  },
  {
    method: 'GET',
    route: '/tasks/{id}/comments',
    path: (world) => `${task(world)}/comments`,
    statuses: readers,
  },
  {
    method: 'POST',
    route: '/tasks/{id}/comments',
    path: (world) => `${task(world)}/comments`,
    body: () => ({ body: unique('Said') }),
    statuses: members(201),
  },
  {
    method: 'PATCH',
    route: '/comments/{id}',
    about: 'of another person',
    path: comment,
    body: () => ({ body: unique('Never said') }),
    statuses: [404, 403, 403, 403, 403],
  },
  {
    method: 'DELETE',
    route: '/comments/{id}',
    about: 'of another person',
    path: comment,
    statuses: leads(204),
  },
];
