import { connect } from 'node:net';
import type { Problem } from '@tidemark/contracts';
import { type Person, SpecApi } from '../support';

let api: SpecApi;
let admin: Person;

beforeAll(async () => {
  api = await SpecApi.start();
  admin = await api.people.make('admin', 'admin');
  await api.app.listen(0, '127.0.0.1');
});
afterAll(() => api.stop());

interface Raw {
  method?: 'POST' | 'GET' | 'PATCH';
  url?: string;
  headers?: Record<string, string>;
  payload?: string | Buffer;
}
async function send({ method = 'POST', url = '/api/clients', headers = {}, payload }: Raw) {
  const authorization = `Bearer ${admin.token}`;
  return api.app.inject({ method, url, headers: { authorization, ...headers }, payload });
}
const json = { 'content-type': 'application/json' };

const BODIES: [string, Raw, number, string][] = [
  ['nothing', { headers: json, payload: '' }, 400, 'validation-failed'],
  ['an empty object', { headers: json, payload: '{}' }, 400, 'validation-failed'],
  ['null', { headers: json, payload: 'null' }, 400, 'validation-failed'],
  ['a text', { headers: json, payload: '"text"' }, 400, 'malformed-json'],
  ['a number', { headers: json, payload: '1' }, 400, 'malformed-json'],
  ['a list', { headers: json, payload: '[{"name":"x"}]' }, 400, 'malformed-json'],
  ['a trailing comma', { headers: json, payload: '{"name":"x",}' }, 400, 'malformed-json'],
  ['a comment', { headers: json, payload: '{/* hi */"name":"x"}' }, 400, 'malformed-json'],
  ['single quotes', { headers: json, payload: "{'name':'x'}" }, 400, 'malformed-json'],
  ['half an object', { headers: json, payload: '{"name":"x"' }, 400, 'malformed-json'],
  [
    '__proto__',
    { headers: json, payload: '{"__proto__":{"role":"admin"}}' },
    400,
    'malformed-json',
  ],
  [
    'a constructor',
    { headers: json, payload: '{"constructor":{"prototype":{"role":"admin"}}}' },
    400,
    'malformed-json',
  ],
  [
    '20 000 levels',
    { headers: json, payload: '['.repeat(20_000) + ']'.repeat(20_000) },
    400,
    'malformed-json',
  ],
  [
    '101 kB',
    { headers: json, payload: JSON.stringify({ name: 'x'.repeat(101 * 1024) }) },
    413,
    'payload-too-large',
  ],
  [
    '50 MB',
    { headers: json, payload: Buffer.alloc(50 * 1024 * 1024, 'x') },
    413,
    'payload-too-large',
  ],
  [
    'a form',
    { headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: 'name=x' },
    415,
    'unsupported-media-type',
  ],
  [
    'plain text',
    { headers: { 'content-type': 'text/plain' }, payload: '{"name":"x"}' },
    415,
    'unsupported-media-type',
  ],
  [
    'text/json',
    { headers: { 'content-type': 'text/json' }, payload: '{"name":"x"}' },
    415,
    'unsupported-media-type',
  ],
  [
    'XML',
    { headers: { 'content-type': 'application/xml' }, payload: '<name>x</name>' },
    415,
    'unsupported-media-type',
  ],
  [
    'no content type',
    { payload: Buffer.from('{"name":"x"}'), headers: { 'content-type': '' } },
    415,
    'unsupported-media-type',
  ],
  [
    'gzip',
    { headers: { ...json, 'content-encoding': 'gzip' }, payload: Buffer.from([31, 139, 8]) },
    415,
    'unsupported-media-type',
  ],
  ['a name that is a number', { headers: json, payload: '{"name":5}' }, 400, 'validation-failed'],
  ['a name that is a list', { headers: json, payload: '{"name":["x"]}' }, 400, 'validation-failed'],
  [
    'a name that is an object',
    { headers: json, payload: '{"name":{"$ne":""}}' },
    400,
    'validation-failed',
  ],
  ['an empty name', { headers: json, payload: '{"name":"   "}' }, 400, 'validation-failed'],
  [
    'a name of 256 characters',
    { headers: json, payload: JSON.stringify({ name: 'x'.repeat(256) }) },
    400,
    'validation-failed',
  ],
  ['a lone surrogate', { headers: json, payload: '{"name":"\\ud800"}' }, 400, 'validation-failed'],
  ['NUL', { headers: json, payload: '{"name":"a\\u0000b"}' }, 400, 'validation-failed'],
  [
    'an escape sequence',
    { headers: json, payload: '{"name":"\\u001b[31mred"}' },
    400,
    'validation-failed',
  ],
  ['a line break', { headers: json, payload: '{"name":"a\\r\\nb"}' }, 400, 'validation-failed'],
  [
    'a reading direction',
    { headers: json, payload: '{"name":"\\u202Egpj.exe"}' },
    400,
    'validation-failed',
  ],
  [
    'only the invisible',
    { headers: json, payload: '{"name":"\\u200b\\u200b"}' },
    400,
    'validation-failed',
  ],
  [
    'a hundred marks',
    { headers: json, payload: JSON.stringify({ name: `a${'\u0301'.repeat(100)}` }) },
    400,
    'validation-failed',
  ],
  [
    'the mark of a person',
    { headers: json, payload: '{"name":"\\ufdd0"}' },
    400,
    'validation-failed',
  ],
  [
    'an unknown field',
    { headers: json, payload: '{"name":"x","is_admin":true}' },
    400,
    'validation-failed',
  ],
  ['an id', { headers: json, payload: '{"id":7,"name":"x"}' }, 400, 'validation-failed'],
];

it.each(BODIES)('refuses %s', async (_name, request, status, code) => {
  const before = await counts();
  const answer = await send(request);
  expect([answer.statusCode, answer.json<Problem>().type]).toEqual([status, `/problems/${code}`]);
  expectProblem(answer.json());
  expect(await counts()).toEqual(before);
});

it.each([
  ['255 characters', 'x'.repeat(255)],
  ['255 emoji of several code points each', '👩🏽‍💻'.repeat(63)],
  ['markup', '<script>alert(1)</script>'],
  ['a template', "{{constructor.constructor('alert(1)')()}}"],
  ['a link', 'javascript:alert(1)'],
  ['SQL', "'; DROP TABLE client; --"],
  ['Arabic', 'مرحبا'],
])('keeps %s as it is', async (_name, name) => {
  const answer = await api.as(admin).post<{ name: string }>('/clients', { name });
  expect([answer.status, answer.body.name]).toEqual([201, name]);
  const [activity] = await api.as(admin).feed('?entity_type=client&limit=1');
  expect(activity).toMatchObject({ entity_name: name, description: `Added new client "${name}"` });
});

it.each([
  'abc',
  '1.0',
  '%201',
  '%D9%A1',
  '0',
  '-1',
  '99999999999',
  '%00',
  '%2e%2e%2f',
  '..;/admin',
  '%ff',
])('leads nowhere with the id %s', async (id) => {
  const answer = await api.app.inject({
    url: `/api/projects/${id}`,
    headers: { authorization: `Bearer ${admin.token}` },
  });
  expect([400, 404]).toContain(answer.statusCode);
  expectProblem(answer.json());
});

it('has no address for writing activities', async () => {
  for (const [method, url] of [
    ['POST', '/activities'],
    ['PATCH', '/activities/1'],
    ['PUT', '/activities/1'],
    ['DELETE', '/activities/1'],
    ['DELETE', '/activities'],
  ] as const) {
    const { status, body } = await api.as(admin).send<Problem>(method, url, {});
    expect([status, body.type]).toEqual([404, '/problems/not-found']);
  }
});

it('cleans user agents and request ids instead of losing the activity', async () => {
  const agent = `<script>${'é'.repeat(700)}`;
  await api
    .as(admin)
    .with({ 'user-agent': agent, 'x-request-id': '"}{' })
    .post('/clients', { name: 'Agent' });
  const [activity] = await api.as(admin).feed('?entity_type=client&limit=1');
  expect([...(activity?.user_agent ?? '')]).toHaveLength(512);
  const [row] = await api.sql<{ request_id: string }>(
    'SELECT request_id FROM activity ORDER BY id DESC LIMIT 1',
  );
  expect(row?.request_id).toMatch(/^[\w-]{12}$/);
});

it('does not believe a forged X-Forwarded-For', async () => {
  await api
    .as(admin)
    .with({ 'x-forwarded-for': '203.0.113.9' })
    .post('/clients', { name: 'Forged' });
  const [activity] = await api.as(admin).feed('?entity_type=client&limit=1');
  expect(activity?.ip_address).toBe('127.0.0.1');
});

it('keeps answers of the API out of caches and says nothing of its make', async () => {
  const { headers } = await api.as(admin).get('/me');
  expect(headers['cache-control']).toBe('no-store');
  expect(headers['x-powered-by']).toBeUndefined();
  expect(headers['server']).toBeUndefined();
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(headers['access-control-allow-origin']).toBeUndefined();
});

it.each([
  'GARBAGE\r\n\r\n',
  'GET / HTTP/9.9\r\n\r\n',
  `GET /${'a'.repeat(40_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
  `GET /api/me HTTP/1.1\r\nHost: x\r\nX: ${'b'.repeat(100_000)}\r\n\r\n`,
  'POST /api/clients HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  'PROPFIND /api/me HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
])('answers what is hardly HTTP with 4xx and lives', async (text) => {
  const answer = await speak(text);
  expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
  expect((await api.anonymous.get('//health/live')).status).toBe(200);
});

function speak(text: string): Promise<string> {
  const { port } = new URL(api.app.getHttpServer().listening ? addressOf() : 'http://x:1');
  return new Promise((resolve, reject) => {
    let heard = '';
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(text));
    socket.on('data', (chunk) => (heard += chunk.toString()) && socket.end());
    socket.on('close', () => resolve(heard));
    socket.on('error', (error) => (heard ? resolve(heard) : reject(error)));
  });
}
function addressOf(): string {
  const address = api.app.getHttpServer().address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}

async function counts(): Promise<unknown> {
  return api.sql(
    'SELECT (SELECT count(*) FROM activity) AS trail, (SELECT count(*) FROM client) AS clients',
  );
}

/** The shape of RFC 9457, and nothing internal in it. */
function expectProblem(problem: Problem): void {
  expect(problem).toMatchObject({
    type: expect.stringMatching(/^\/problems\/[a-z-]+$/),
    title: problem.error,
    detail: problem.message,
    instance: expect.stringMatching(/^[\w-]{12}$/),
  });
  expect(JSON.stringify(problem)).not.toMatch(
    /node_modules|at \w+ \(|SELECT|INSERT|typeorm|\.ts:/i,
  );
}
