import type { World } from './world';

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
/** What outsider, member, lead, auditor and administrator are answered. */
type Statuses = [outsider: number, member: number, lead: number, auditor: number, admin: number];

export interface Row {
  method: Method;
  /** As the OpenAPI document writes it. */
  route: string;
  /** Says what is special, where a route has several rows. */
  about?: string;
  path?: (world: World) => string;
  body?: (world: World) => unknown;
  statuses: Statuses;
}

const all = (status: number): Statuses => [status, status, status, status, status];
const adminOnly = (status: number): Statuses => [403, 403, 403, 403, status];
const leads = (status: number): Statuses => [404, 403, status, 403, status];
const members = (status: number): Statuses => [404, status, status, 403, status];
const readers: Statuses = [404, 200, 200, 200, 200];
const reviewers: Statuses = [403, 403, 403, 200, 200];

let serial = 0;
const unique = (text: string) => `${text} ${++serial}`;
const hours = (world: World) => ({
  project_id: world.projectId,
  started_at: '2026-01-15T09:00:00Z',
  ended_at: '2026-01-15T10:00:00Z',
});

const project = (rest: string) => (world: World) => `/projects/${world.projectId}${rest}`;
const colleague = (world: World) => `/projects/${world.projectId}/members/${world.colleague.id}`;
const task = (world: World) => `/tasks/${world.taskId}`;
const entry = (world: World) => `/time-entries/${world.entryId}`;
const template = (rest: string) => (world: World) =>
  `/time-entry-templates/${world.templateId}${rest}`;
const savedFilter = (world: World) => `/saved-filters/${world.savedFilterId}`;
const comment = (world: World) => `/comments/${world.commentId}`;
const client = (rest: string) => (world: World) => `/clients/${world.emptyClientId}${rest}`;
const draft = (rest: string) => (world: World) => `/invoices/${world.draftId}${rest}`;
const sent = (rest: string) => (world: World) => `/invoices/${world.sentId}${rest}`;
const payment = (rest: string) => (world: World) =>
  `/invoices/${world.paidId}/payments/${world.paymentId}${rest}`;
const mail = (rest: string) => (world: World) => `/mailbox/${world.mailId}${rest}`;
const user = (rest: string) => (world: World) => `/users/${world.colleague.id}${rest}`;

/** Who may do what. Every route under /api that is not open to anybody has a row; a spec compares. */
export const MATRIX: Row[] = [
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
    body: () => ({
      username: `person${++serial}`,
      display_name: 'New Person',
      email: `person${serial}@example.com`,
      role: 'member',
    }),
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
  { method: 'GET', route: '/invoices', statuses: [403, 403, 200, 200, 200] },
  { method: 'GET', route: '/invoices/options', statuses: [403, 403, 200, 200, 200] },
  {
    method: 'GET',
    route: '/invoices/unbilled',
    path: (world) => `/invoices/unbilled?project_id=${world.projectId}`,
    statuses: reviewers,
  },
  {
    method: 'GET',
    route: '/invoices/{id}',
    path: draft(''),
    statuses: [403, 403, 200, 200, 200],
  },
  {
    method: 'GET',
    route: '/invoices/{id}/pdf',
    path: draft('/pdf'),
    statuses: [403, 403, 200, 200, 200],
  },
  { method: 'GET', route: '/invoices/{id}/mail', path: draft('/mail'), statuses: adminOnly(200) },
  {
    method: 'POST',
    route: '/invoices',
    body: (world) => ({
      client_id: world.clientId,
      currency: 'EUR',
      due_date: '2099-01-15',
      lines: [{ description: 'Design', quantity: '1', unit_price: '80.00' }],
    }),
    statuses: adminOnly(201),
  },
  {
    method: 'PATCH',
    route: '/invoices/{id}',
    path: draft(''),
    body: () => ({ notes: unique('Notes') }),
    statuses: adminOnly(200),
  },
  { method: 'DELETE', route: '/invoices/{id}', path: draft(''), statuses: adminOnly(204) },
  {
    method: 'POST',
    route: '/invoices/{id}/status',
    path: sent('/status'),
    body: () => ({ status: 'cancelled' }),
    statuses: adminOnly(200),
  },
  {
    method: 'POST',
    route: '/invoices/{id}/send',
    path: draft('/send'),
    body: () => ({ to: 'ana@example.com' }),
    statuses: adminOnly(200),
  },
  {
    method: 'POST',
    route: '/invoices/{id}/payments',
    path: sent('/payments'),
    body: () => ({ amount: '50.00', method: 'card' }),
    statuses: adminOnly(200),
  },
  {
    method: 'POST',
    route: '/invoices/{id}/payments/{paymentId}/reverse',
    path: payment('/reverse'),
    body: () => ({ reason: unique('Reason') }),
    statuses: adminOnly(200),
  },
  { method: 'GET', route: '/settings', statuses: all(200) },
  {
    method: 'PATCH',
    route: '/settings',
    body: () => ({ late_edit_days: ++serial }),
    statuses: adminOnly(200),
  },
  { method: 'GET', route: '/periods', statuses: all(200) },
  {
    method: 'POST',
    route: '/periods/{month}/close',
    path: (world) => `/periods/${world.openMonth}/close`,
    statuses: adminOnly(200),
  },
  {
    method: 'POST',
    route: '/periods/{month}/open',
    path: (world) => `/periods/${world.closedMonth}/open`,
    body: () => ({ reason: unique('Reason') }),
    statuses: adminOnly(200),
  },
  { method: 'GET', route: '/mailbox', statuses: adminOnly(200) },
  { method: 'GET', route: '/mailbox/{id}', path: mail(''), statuses: adminOnly(200) },
  {
    method: 'GET',
    route: '/mailbox/{id}/attachment',
    path: mail('/attachment'),
    statuses: adminOnly(200),
  },
];

/** Routes that anybody may call: they are about getting in. */
export const OPEN_ROUTES = [
  'GET /setup',
  'POST /setup',
  'POST /auth/login',
  'POST /auth/refresh',
  'POST /auth/logout',
  'POST /auth/invitation',
];

export const pathOf = (row: Row, world: World): string => row.path?.(world) ?? row.route;
export const titleOf = ({ method, route, about }: Row): string =>
  `${method} ${route}${about ? `, ${about}` : ''}`;
