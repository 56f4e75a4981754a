import type { World } from '../world';
import { all, leads, members, type Row, unique } from './row';

const entry = (world: World) => `/time-entries/${world.entryId}`;
const template = (rest: string) => (world: World) =>
  `/time-entry-templates/${world.templateId}${rest}`;
const hours = (world: World) => ({
  project_id: world.projectId,
  started_at: '2026-01-15T09:00:00Z',
  ended_at: '2026-01-15T10:00:00Z',
});

/** Time by hand and by timer, templates for it, and reports of it. */
export const TIME_REQUESTS: Row[] = [
  { method: 'GET', route: '/time-entries', statuses: all(200) },
  {
    method: 'GET',
    route: '/time-entries',
    about: 'of another person',
    path: (world) => `/time-entries?user_id=${world.colleague.id}`,
    statuses: [403, 403, 200, 200, 200],
  },
  { method: 'POST', route: '/time-entries', body: hours, statuses: members(201) },
  {
    method: 'POST',
    route: '/time-entries',
    about: 'for another person',
    body: (world) => ({ ...hours(world), user_id: world.colleague.id }),
    statuses: leads(201),
  },
  {
    method: 'PATCH',
    route: '/time-entries',
    about: 'of another person',
    body: (world) => ({ ids: [world.entryId], billable: false }),
    statuses: leads(200),
  },
  {
    method: 'DELETE',
    route: '/time-entries',
    about: 'of another person',
    body: (world) => ({ ids: [world.entryId], reason: 'Entered twice' }),
    statuses: leads(200),
  },
  {
    method: 'POST',
    route: '/time-entries/import',
    body: (world) => `project,date,duration\n${world.projectName},2026-01-15,1:30`,
    // A project that one is not in has no name that could be known.
    statuses: [400, 200, 200, 403, 200],
  },
  {
    method: 'GET',
    route: '/time-entries/summary',
    path: () => '/time-entries/summary?start_date=2026-01-12&end_date=2026-01-18',
    statuses: all(200),
  },
  {
    method: 'GET',
    route: '/time-entries/{id}',
    about: 'of another person',
    path: entry,
    statuses: [404, 403, 200, 200, 200],
  },
  {
    method: 'PATCH',
    route: '/time-entries/{id}',
    about: 'of another person',
    path: entry,
    body: () => ({ note: unique('Note') }),
    statuses: leads(200),
  },
  {
    method: 'DELETE',
    route: '/time-entries/{id}',
    about: 'of another person',
    path: entry,
    statuses: leads(204),
  },
  {
    method: 'POST',
    route: '/time-entries/{id}/resume',
    about: 'of another person',
    path: (world) => `${entry(world)}/resume`,
    statuses: [404, 403, 201, 403, 201],
  },
  {
    method: 'POST',
    route: '/time-entries/{id}/stop',
    about: 'of another person',
    path: (world) => `/time-entries/${world.runningId}/stop`,
    statuses: leads(200),
  },
  ...['/reports/time', '/reports/time.csv', '/reports/entries.csv'].flatMap((route): Row[] => [
    { method: 'GET', route, statuses: all(200) },
    {
      method: 'GET',
      route,
      about: 'of another person',
      path: (world) => `${route}?user_id=${world.colleague.id}`,
      statuses: [403, 403, 200, 200, 200],
    },
  ]),
  { method: 'GET', route: '/time-entry-templates', statuses: all(200) },
  {
    method: 'POST',
    route: '/time-entry-templates',
    body: (world) => ({ name: unique('Template'), project_id: world.projectId }),
    statuses: members(201),
  },
  {
    method: 'GET',
    route: '/time-entry-templates/{id}',
    about: 'of another person',
    path: template(''),
    statuses: all(404),
  },
  {
    method: 'PATCH',
    route: '/time-entry-templates/{id}',
    about: 'of another person',
    path: template(''),
    body: () => ({ name: unique('Template') }),
    statuses: [404, 404, 404, 403, 404],
  },
  {
    method: 'DELETE',
    route: '/time-entry-templates/{id}',
    about: 'of another person',
    path: template(''),
    statuses: [404, 404, 404, 403, 404],
  },
  {
    method: 'POST',
    route: '/time-entry-templates/{id}/start',
    about: 'of another person',
    path: template('/start'),
    statuses: [404, 404, 404, 403, 404],
  },
  { method: 'GET', route: '/timers', statuses: all(200) },
  { method: 'GET', route: '/timers/current', statuses: all(200) },
  {
    method: 'POST',
    route: '/timers/start',
    body: (world) => ({ project_id: world.projectId }),
    statuses: members(201),
  },
  {
    method: 'POST',
    route: '/timers/stop',
    about: 'without a timer',
    statuses: [409, 409, 409, 403, 409],
  },
];
