import type { TaskView, TimeEntryView } from '@tidemark/contracts';
import type { Person, Requests } from '../support';
import { WorkTeam } from './work-team';

type Role = 'anonymous' | 'auditor' | 'outsider' | 'member' | 'lead' | 'admin';
const ROLES: Role[] = ['anonymous', 'auditor', 'outsider', 'member', 'lead', 'admin'];

/** Fresh things after every change, so that no row of the table depends on another. */
interface World {
  project: number;
  client: number;
  /** A member that is none of those who ask. */
  other: number;
  /** Made by the lead. */
  task: number;
  /** The lead's. */
  entry: number;
}

type Operation = [
  name: string,
  ask: (world: World, as: Requests) => Promise<{ status: number }>,
  statuses: number[],
];

const name = 'Name';
const times = { started_at: '2026-01-15T09:00:00Z', ended_at: '2026-01-15T10:00:00Z' };

/** security.md, "Who may do what": anonymous, auditor, outsider, member, lead, administrator. */
const TABLE: Operation[] = [
  ['list clients', (_, as) => as.get('/clients'), [401, 200, 403, 403, 200, 200]],
  ['read a client', (w, as) => as.get(`/clients/${w.client}`), [401, 200, 403, 403, 200, 200]],
  [
    'add a client',
    (w, as) => as.post('/clients', { name: `New ${w.project}` }),
    [401, 403, 403, 403, 403, 201],
  ],
  [
    'change a client',
    (w, as) => as.patch(`/clients/${w.client}`, { note: 'x' }),
    [401, 403, 403, 403, 403, 200],
  ],
  [
    'archive a client',
    (w, as) => as.post(`/clients/${w.client}/archive`),
    [401, 403, 403, 403, 403, 200],
  ],
  [
    'unarchive a client',
    (w, as) => as.post(`/clients/${w.client}/unarchive`),
    [401, 403, 403, 403, 403, 200],
  ],
  [
    'delete a client with projects',
    (w, as) => as.delete(`/clients/${w.client}`),
    [401, 403, 403, 403, 403, 409],
  ],
  ['list projects', (_, as) => as.get('/projects'), [401, 200, 200, 200, 200, 200]],
  ['read a project', (w, as) => as.get(`/projects/${w.project}`), [401, 200, 404, 200, 200, 200]],
  [
    'create a project',
    (w, as) => as.post('/projects', { name, client_id: w.client }),
    [401, 403, 403, 403, 201, 201],
  ],
  [
    'change a project',
    (w, as) => as.patch(`/projects/${w.project}`, { name }),
    [401, 403, 404, 403, 200, 200],
  ],
  [
    'change a rate',
    (w, as) => as.patch(`/projects/${w.project}`, { hourly_rate: '1.00' }),
    [401, 403, 404, 403, 200, 200],
  ],
  [
    'archive a project',
    (w, as) => as.post(`/projects/${w.project}/archive`, {}),
    [401, 403, 404, 403, 200, 200],
  ],
  [
    'unarchive a project',
    (w, as) => as.post(`/projects/${w.project}/unarchive`, {}),
    [401, 403, 404, 403, 200, 200],
  ],
  [
    'delete a tracked project',
    (w, as) => as.delete(`/projects/${w.project}`),
    [401, 403, 404, 403, 403, 409],
  ],
  [
    'favorite a project',
    (w, as) => as.put(`/projects/${w.project}/favorite`, {}),
    [401, 403, 404, 204, 204, 204],
  ],
  [
    'unfavorite a project',
    (w, as) => as.delete(`/projects/${w.project}/favorite`),
    [401, 403, 404, 204, 204, 204],
  ],
  [
    'list members',
    (w, as) => as.get(`/projects/${w.project}/members`),
    [401, 200, 404, 200, 200, 200],
  ],
  [
    'add a member',
    (w, as) => as.post(`/projects/${w.project}/members`, { user_id: stranger.id, role: 'lead' }),
    [401, 403, 404, 403, 201, 201],
  ],
  [
    'change a role',
    (w, as) => as.patch(`/projects/${w.project}/members/${w.other}`, { role: 'lead' }),
    [401, 403, 404, 403, 200, 200],
  ],
  [
    'remove a member',
    (w, as) => as.delete(`/projects/${w.project}/members/${w.other}`),
    [401, 403, 404, 403, 204, 204],
  ],
  ['list tasks', (_, as) => as.get('/tasks'), [401, 200, 200, 200, 200, 200]],
  ['read a task', (w, as) => as.get(`/tasks/${w.task}`), [401, 200, 404, 200, 200, 200]],
  [
    'create a task',
    (w, as) => as.post('/tasks', { name, project_id: w.project }),
    [401, 403, 404, 201, 201, 201],
  ],
  [
    'change a task',
    (w, as) => as.patch(`/tasks/${w.task}`, { name }),
    [401, 403, 404, 200, 200, 200],
  ],
  [
    'change a status',
    (w, as) => as.patch(`/tasks/${w.task}`, { status: 'done' }),
    [401, 403, 404, 200, 200, 200],
  ],
  [
    'delete a task of the lead',
    (w, as) => as.delete(`/tasks/${w.task}`),
    [401, 403, 404, 403, 204, 204],
  ],
  ['who works now', (_, as) => as.get('/timers'), [401, 200, 200, 200, 200, 200]],
  ['own timer', (_, as) => as.get('/timers/current'), [401, 200, 200, 200, 200, 200]],
  [
    'start and stop a timer',
    async (w, as) => {
      const started = await as.post('/timers/start', { project_id: w.project });
      if (started.status !== 201) return started;
      return as.post('/timers/stop');
    },
    [401, 403, 404, 200, 200, 200],
  ],
  ['stop no timer', (_, as) => as.post('/timers/stop'), [401, 403, 409, 409, 409, 409]],
  ['list entries', (_, as) => as.get('/time-entries'), [401, 200, 200, 200, 200, 200]],
  ['sum up time', (_, as) => as.get('/time-entries/summary'), [401, 200, 200, 200, 200, 200]],
  [
    'list the entries of another person',
    (w, as) => as.get(`/time-entries?user_id=${w.other}`),
    [401, 200, 403, 403, 200, 200],
  ],
  [
    'read an entry of the lead',
    (w, as) => as.get(`/time-entries/${w.entry}`),
    [401, 200, 404, 403, 200, 200],
  ],
  [
    'enter time',
    (w, as) => as.post('/time-entries', { project_id: w.project, ...times }),
    [401, 403, 404, 201, 201, 201],
  ],
  [
    'enter time for another person',
    (w, as) => as.post('/time-entries', { project_id: w.project, ...times, user_id: w.other }),
    [401, 403, 404, 403, 201, 201],
  ],
  [
    'change an entry of the lead',
    (w, as) => as.patch(`/time-entries/${w.entry}`, { note: 'x' }),
    [401, 403, 404, 403, 200, 200],
  ],
  [
    'delete an entry of the lead',
    (w, as) => as.delete(`/time-entries/${w.entry}`),
    [401, 403, 404, 403, 204, 204],
  ],
  [
    'stop an entry of the lead that has ended',
    (w, as) => as.post(`/time-entries/${w.entry}/stop`),
    [401, 403, 404, 403, 409, 409],
  ],
  [
    'resume an entry of the lead',
    async (w, as) => {
      const answer = await as.post(`/time-entries/${w.entry}/resume`);
      if (answer.status === 201) await as.post('/timers/stop');
      return answer;
    },
    [401, 403, 404, 403, 201, 201],
  ],
];

let team: WorkTeam;
let other: Person;
let stranger: Person;

beforeAll(async () => {
  team = await WorkTeam.start();
  other = await team.api.people.make('other');
  stranger = await team.api.people.make('stranger');
});
afterAll(() => team.stop());

async function world(): Promise<World> {
  const { lead, member } = team.people;
  const project = await team.api.people.project(`World ${Math.random()}`, [
    [lead, 'lead'],
    [member, 'member'],
    [other, 'member'],
  ]);
  const body = { project_id: project.id };
  const task = await team.as('lead').post<TaskView>('/tasks', { ...body, name });
  const entry = await team.as('lead').post<TimeEntryView>('/time-entries', { ...body, ...times });
  return {
    project: project.id,
    client: project.client_id,
    other: other.id,
    task: task.body.id,
    entry: entry.body.id,
  };
}

const activities = async () =>
  (await team.api.sql<{ n: number }>('SELECT count(*)::int AS n FROM activity'))[0]?.n;

const requests = (role: Role) => (role === 'anonymous' ? team.api.anonymous : team.as(role));

it.each(TABLE)('%s', async (_name, ask, expected) => {
  const statuses: number[] = [];
  let things = await world();
  for (const role of ROLES) {
    const before = await activities();
    const { status } = await ask(things, requests(role));
    statuses.push(status);
    const changed = (await activities()) !== before;
    if (changed) {
      expect(status).toBeLessThan(400);
      things = await world();
    }
  }
  const byRole = (numbers: number[]) =>
    Object.fromEntries(ROLES.map((role, n) => [role, numbers[n]]));
  expect(byRole(statuses)).toEqual(byRole(expected));
});
