import type { Problem } from '@tidemark/contracts';
import { SpecApi } from '../support';
import { MATRIX, pathOf, titleOf } from './requests';
import { Cast, type World } from './world';

let api: SpecApi;
let here: Cast;
let there: Cast;
let world: World;

beforeAll(async () => {
  api = await SpecApi.start();
  here = await Cast.of(api, 'here-');
  there = await Cast.of(api, 'there-');
  await here.world();
  world = await there.world();
  await api
    .as(there.people.lead)
    .post('/tasks', { name: 'there-task', project_id: world.projectId });
});
afterAll(() => api.stop());

/** Requests that carry an id of the other world, in their address or in their body. */
const FOREIGN = MATRIX.filter(({ path, body }) => path ?? body).filter(
  ({ method, route }) =>
    !['/me', '/me/password', '/time-entries/summary'].includes(route) &&
    // Clients and their invoices belong to no project: leads may read them all, and begin a project for one.
    ![
      'GET /clients/{id}',
      'GET /invoices/{id}',
      'GET /invoices/{id}/pdf',
      'POST /projects',
    ].includes(`${method} ${route}`) &&
    // A filter says what to look for, and carries nothing of what is found. A file speaks of a project by its
    // name, which is no secret to who wrote it: its own spec shows that it is answered like one that is not there.
    !['POST /saved-filters', 'POST /time-entries/import'].includes(`${method} ${route}`),
);
/** What a filter for a person narrows down. */
const TIME_OF_A_PERSON = [
  '/time-entries',
  '/reports/time',
  '/reports/time.csv',
  '/reports/entries.csv',
];
const STRINGS = /there-|Secret work of there|World \d+ of there/;

describe.each(['member', 'lead'] as const)(
  'a %s of one world, with the ids of the other',
  (role) => {
    it.each(FOREIGN.map((row) => [titleOf(row), row] as const))('%s', async (_title, row) => {
      const before = await trail();
      const answer = await api
        .as(here.people[role])
        .send<Problem>(row.method, pathOf(row, world), row.body?.(world));
      // A lead may ask for a person's time, and is answered with that of the own projects: none.
      const listed =
        role === 'lead' && row.method === 'GET' && TIME_OF_A_PERSON.includes(row.route);
      expect(listed ? [200] : [403, 404]).toContain(answer.status);
      expect(await trail()).toEqual(before);
      expect(answer.text).not.toMatch(STRINGS);
    });

    it.each([
      '/activities?limit=100',
      '/activities/stats?days=366',
      '/activities/catalogue',
      '/projects?limit=100',
      '/tasks?limit=100',
      '/time-entries?user_id=all&limit=100',
      '/reports/time?group_by=person',
      '/reports/time?group_by=task',
      '/reports/time.csv?group_by=client',
      '/reports/entries.csv',
      '/timers',
      '/timers/current',
      '/activities?q=there&limit=100',
      '/tasks?q=there',
      '/time-entry-templates',
      '/saved-filters',
      '/settings',
      '/periods',
    ])('%s says nothing of the other world', async (path) => {
      const answer = await api.as(here.people[role]).get(path);
      expect(answer.status).toBe(200);
      expect(answer.text).not.toMatch(STRINGS);
    });
  },
);

const trail = () => api.sql('SELECT count(*) FROM activity');
