import type { Problem } from '@tidemark/contracts';
import { MATRIX, OPEN_ROUTES, pathOf, titleOf } from '../access/requests';
import { Cast } from '../access/world';
import { SpecApi } from '../support';

let api: SpecApi;
let cast: Cast;

beforeAll(async () => {
  api = await SpecApi.start();
  cast = await Cast.of(api);
});
afterAll(() => api.stop());

const odd = (path: string) => `${path}${path.includes('?') ? '&' : '?'}foo=1`;
const NAMED = {
  type: '/problems/invalid-parameter',
  detail: 'foo is not known here',
  errors: [{ pointer: '/foo', code: 'unknown' }],
};

it.each(MATRIX.map((row) => [titleOf(row), row] as const))(
  '%s refuses a parameter that it does not know, once it knows who asks, and does nothing',
  async (_title, row) => {
    const world = await cast.world();
    const before = await activities();
    const send = (requests = api.anonymous) =>
      requests.send<Problem>(row.method, odd(pathOf(row, world)), row.body?.(world));
    const answer = await send(api.as(cast.people.admin));
    expect([answer.status, answer.body]).toMatchObject([400, NAMED]);
    expect((await send()).status).toBe(401);
    expect(await activities()).toBe(before);
  },
);

it.each(OPEN_ROUTES)('%s refuses a parameter that it does not know', async (route) => {
  const [method, path = ''] = route.split(' ') as ['GET' | 'POST', string];
  const answer = await api.anonymous.send<Problem>(method, odd(path), {});
  expect([answer.status, answer.body]).toMatchObject([400, NAMED]);
});

it('says nothing of parameters to those who may not ask', async () => {
  const outsider = api.as(cast.people.outsider);
  expect((await outsider.get('/mailbox/1?foo=1')).status).toBe(403);
  expect((await outsider.post('/clients?foo=1', { name: 'Client' })).status).toBe(403);
});

it('names every parameter that it does not know', async () => {
  const { body } = await api.as(cast.people.admin).get<Problem>('/me?foo=1&__proto__=2&foo=3');
  expect(body.errors?.map(({ pointer }) => pointer)).toEqual(['/foo', '/__proto__']);
});

it('leaves alone what is no route of the API', async () => {
  const admin = api.as(cast.people.admin);
  for (const path of ['//health/live', '//health/ready', '//metrics', '/docs/openapi.json']) {
    expect([path, (await admin.get(`${path}?foo=1`)).status]).toEqual([path, 200]);
  }
  expect((await admin.get('/nowhere?foo=1')).status).toBe(404);
});

async function activities(): Promise<number> {
  const [row] = await api.sql<{ count: number }>('SELECT count(*)::int FROM activity');
  return row?.count ?? 0;
}
