import { ANNOUNCEMENTS } from './announcements';
import { FILTERS } from './filters';
import { HABIT_TURNS } from './habits';
import { CREATE, REMOVE, type Turn, UPDATE } from './turn';

const FAVORITES = ['ben ferry', 'ben portal', 'cleo council', 'dev ferry', 'elif portal']
  .concat(['maya council', 'jonas audit', 'ana ferry', 'ana studio', 'cleo brand'])
  .map((pair): Turn => {
    const [by = '', project] = pair.split(' ');
    return { share: 0.03, by, method: 'PUT', path: `/projects/{project:${project}}/favorite` };
  });

const SET_UP: readonly Turn[] = [
  {
    share: 0.01,
    by: 'ana',
    ...CREATE,
    path: '/clients',
    body: { name: 'Test' },
    as: 'client:test',
  },
  { share: 0.01, by: 'ana', ...REMOVE, path: '/clients/{client:test}' },
  {
    ...{ share: 0.02, by: 'ana', ...CREATE, path: '/projects', as: 'project:test' },
    body: { name: 'Untitled project', client_id: '{client:saltmarsh}' },
  },
  { share: 0.02, by: 'ana', ...REMOVE, path: '/projects/{project:test}' },
];

const PEOPLE: readonly Turn[] = [
  {
    ...{ share: 0.2, by: 'ben', ...CREATE, path: '/projects/{project:ferry}/members' },
    body: { user_id: '{user:maya}', role: 'member' },
    joins: { project: 'ferry', person: 'maya' },
  },
  {
    ...{ share: 0.43, by: 'ana', ...UPDATE, path: '/users/{user:jonas}' },
    ...{ body: { is_active: false }, suspends: 'jonas' },
  },
  {
    ...{ share: 0.44, by: 'cleo', ...UPDATE, path: '/me' },
    body: { email: 'cleo.marchetti@saltmarsh.example' },
  },
  {
    ...{ share: 0.51, by: 'ana', ...UPDATE, path: '/users/{user:jonas}' },
    ...{ body: { is_active: true }, restores: 'jonas' },
  },
  {
    share: 0.57,
    by: 'ana',
    ...CREATE,
    path: '/projects/{project:guide}/members',
    body: { user_id: '{user:jonas}', role: 'member' },
    joins: { project: 'guide', person: 'jonas' },
  },
  // Ben stands in for Ana while she is away.
  { share: 0.6, by: 'ana', ...UPDATE, path: '/users/{user:ben}', body: { role: 'admin' } },
  { share: 0.68, by: 'ana', ...UPDATE, path: '/users/{user:ben}', body: { role: 'member' } },
  {
    ...{
      share: 0.66,
      by: 'ben',
      ...REMOVE,
      path: '/projects/{project:portal}/members/{user:jonas}',
    },
    leaves: { project: 'portal', person: 'jonas', heir: 'maya' },
  },
  {
    ...{ share: 0.76, by: 'ben', ...UPDATE, body: { role: 'lead' } },
    path: '/projects/{project:timetable}/members/{user:dev}',
  },
  { share: 0.85, by: 'ben', ...REMOVE, path: '/projects/{project:portal}/favorite' },
];

const AGREEMENTS: readonly Turn[] = [
  {
    ...{ share: 0.25, by: 'ana', ...UPDATE, path: '/clients/{client:brightwater}' },
    body: { email: 'digital@brightwater.example', note: 'New head of digital since this month' },
  },
  {
    ...{ share: 0.33, by: 'ana', ...UPDATE, path: '/projects/{project:council}' },
    body: { hourly_rate: '92.00' },
  },
  {
    ...{ share: 0.4, by: 'ben', ...UPDATE, path: '/projects/{project:ferry}' },
    body: { budget_hours: 720 },
  },
  {
    ...{ share: 0.82, by: 'elif', ...UPDATE, path: '/projects/{project:wholesale}' },
    body: { description: 'Orders of the dealers, who send spreadsheets today. First ten dealers.' },
  },
];

const ENDINGS: readonly Turn[] = [
  {
    ...{ share: 0.35, by: 'ana', ...UPDATE, path: '/projects/{project:brand}' },
    ...{ body: { status: 'completed' }, halts: 'brand', closes: 'brand' },
  },
  {
    ...{ share: 0.42, by: 'cleo', ...UPDATE, path: '/projects/{project:audit}' },
    ...{ body: { status: 'completed' }, halts: 'audit', closes: 'audit' },
  },
  {
    ...{ share: 0.48, by: 'ana', ...CREATE, path: '/projects/archive' },
    body: { ids: ['{project:brand}', '{project:audit}'], reason: 'Delivered and handed over' },
  },
  { share: 0.56, by: 'ana', ...CREATE, path: '/clients/{client:lindgren}/archive' },
  // They ask what it costs to look at the website again in a year.
  { share: 0.9, by: 'ana', ...CREATE, path: '/clients/{client:lindgren}/unarchive' },
  {
    ...{ share: 0.55, by: 'cleo', ...CREATE, path: '/projects/{project:catalogue}/archive' },
    ...{ body: { reason: 'Paused until the spring budget is decided' }, halts: 'catalogue' },
  },
  {
    ...{ share: 0.74, by: 'cleo', ...CREATE, path: '/projects/{project:catalogue}/unarchive' },
    ...{ body: { reason: 'The budget is there' }, opens: 'catalogue' },
  },
  {
    ...{ share: 0.7, by: 'cleo', ...UPDATE, path: '/projects/{project:opendata}' },
    ...{ body: { status: 'on_hold' }, halts: 'opendata' },
  },
];

/** What happens to people, clients and projects beside the daily work. */
export const TURNS: readonly Turn[] = [
  ...SET_UP,
  ...FAVORITES,
  ...PEOPLE,
  ...AGREEMENTS,
  ...ENDINGS,
  ...ANNOUNCEMENTS,
  ...HABIT_TURNS,
  ...FILTERS,
];
