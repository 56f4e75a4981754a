import { type Person, SpecApi } from '../support';

type Who = 'nobody' | 'member' | 'auditor' | 'admin' | 'deactivated';
const WHO: Who[] = ['nobody', 'member', 'auditor', 'admin', 'deactivated'];

let api: SpecApi;
let people: Record<Exclude<Who, 'nobody'>, Person>;

beforeAll(async () => {
  api = await SpecApi.start();
  people = {
    admin: await api.people.make('admin', 'admin'),
    auditor: await api.people.make('auditor', 'auditor'),
    member: await api.people.make('member'),
    deactivated: await api.people.make('gone'),
  };
  await api.as(people.admin).patch(`/users/${people.deactivated.id}`, { is_active: false });
});
afterAll(() => api.stop());

const as = (who: Who) => (who === 'nobody' ? api.anonymous : api.as(people[who]));
const other = () => `/users/${people.auditor.id}`;

/** What each may do, in the order of WHO. Bodies are empty, so that what is allowed may still be 400. */
const ROUTES: [string, () => string, ...number[]][] = [
  ['GET', () => '/setup', 200, 200, 200, 200, 200],
  ['POST', () => '/setup', 400, 400, 400, 400, 400],
  ['POST', () => '/auth/login', 400, 400, 400, 400, 400],
  ['POST', () => '/auth/refresh', 401, 401, 401, 401, 401],
  ['POST', () => '/auth/logout', 204, 204, 204, 204, 204],
  ['POST', () => '/auth/invitation', 400, 400, 400, 400, 400],
  ['GET', () => '/me', 401, 200, 200, 200, 401],
  ['PATCH', () => '/me', 401, 200, 200, 200, 401],
  ['POST', () => '/me/password', 401, 400, 400, 400, 401],
  ['GET', () => '/users', 401, 200, 200, 200, 401],
  ['GET', other, 401, 403, 200, 200, 401],
  ['POST', () => '/users', 401, 403, 403, 400, 401],
  ['PATCH', other, 401, 403, 403, 200, 401],
  ['POST', () => `${other()}/invitation`, 401, 403, 403, 201, 401],
];

describe.each(ROUTES)('%s %s', (method, path, ...expected) => {
  it.each(WHO.map((who, n) => [who, expected[n]] as const))(
    'answers %s %i',
    async (who, status) => {
      const verb = method as 'GET' | 'POST' | 'PATCH';
      const body = method === 'GET' ? undefined : {};
      expect((await as(who).send(verb, path(), body)).status).toBe(status);
    },
  );
});

it('offers nobody a way to delete people or to write what the product writes itself', async () => {
  for (const path of [other(), '/me', '/users', '/auth/sessions']) {
    expect((await as('admin').delete(path)).status).toBe(404);
    expect((await as('admin').put(path, {})).status).toBe(404);
  }
});
