import type { World } from '../world';
import { all, readers, reviewers, type Row, unique } from './row';

const savedFilter = (world: World) => `/saved-filters/${world.savedFilterId}`;

/** The feed, and the views of it that people save. */
export const ACTIVITY_REQUESTS: Row[] = [
  { method: 'GET', route: '/activities', statuses: all(200) },
  {
    method: 'GET',
    route: '/activities',
    about: 'of a project',
    path: (world) => `/activities?project_id=${world.projectId}`,
    statuses: readers,
  },
  {
    method: 'GET',
    route: '/activities',
    about: 'of another person',
    path: (world) => `/activities?user_id=${world.colleague.id}`,
    statuses: reviewers,
  },
  { method: 'GET', route: '/activities/stats', statuses: all(200) },
  { method: 'GET', route: '/activities/catalogue', statuses: all(200) },
  {
    method: 'GET',
    route: '/activities/{id}',
    path: (world) => `/activities/${world.activityId}`,
    statuses: readers,
  },
  { method: 'GET', route: '/saved-filters', statuses: all(200) },
  {
    method: 'POST',
    route: '/saved-filters',
    body: () => ({ name: unique('Filter'), filter: { entity_type: 'task' } }),
    statuses: [201, 201, 201, 403, 201],
  },
  {
    method: 'GET',
    route: '/saved-filters/{id}',
    about: 'that another person keeps for oneself',
    path: savedFilter,
    statuses: all(404),
  },
  {
    method: 'PATCH',
    route: '/saved-filters/{id}',
    about: 'that another person keeps for oneself',
    path: savedFilter,
    body: () => ({ scope: 'everybody' }),
    statuses: [404, 404, 404, 403, 404],
  },
  {
    method: 'DELETE',
    route: '/saved-filters/{id}',
    about: 'that another person keeps for oneself',
    path: savedFilter,
    statuses: [404, 404, 404, 403, 404],
  },
];
