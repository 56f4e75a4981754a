import { SetupService } from '@tidemark/api/accounts';
import type { Problem } from '@tidemark/contracts';
import { PASSWORD, type Person, SpecApi } from '../support';

let api: SpecApi;
let admin: Person;
let member: Person;
let before: unknown;

beforeAll(async () => {
  api = await SpecApi.start();
  admin = await api.people.make('admin', 'admin');
  member = await api.people.make('member');
  before = await everything();
});
afterAll(() => api.stop());

/** Nothing that was refused may leave a trace. */
afterEach(async () => {
  expect(await everything()).toEqual(before);
});

const everything = () =>
  api.sql(`SELECT (SELECT jsonb_agg(u ORDER BY id) FROM "user" u) AS people,
             (SELECT count(*) FROM activity) AS trail, (SELECT count(*) FROM invitation) AS links`);

function expectRefused({ status, body }: { status: number; body: Problem }, field: string): void {
  expect([status, body.type]).toEqual([400, '/problems/validation-failed']);
  expect(body.errors).toEqual([expect.objectContaining({ pointer: `/${field}` })]);
  expect(body.detail).toMatch(/\w+ \w+/);
}

const EMAILS = [
  'a@b',
  `${'x'.repeat(300)}@example.com`,
  'a@example.com\r\nBcc: x@y.example',
  null,
  7,
];
const NAMES = [
  '',
  '   ',
  '\u200b',
  'x'.repeat(101),
  7,
  null,
  ['x'],
  '\u202Eada',
  'a\nb',
  'a\u0000b',
];
const ZONES = ['Mars/Phobos', '../../etc', 'UTC+25', 'UTC+5', '', null, 1];
const UNKNOWN = ['id', 'isActive', 'token_version', 'tokenVersion', 'password_hash', 'locale'];

const asCases = (field: string, values: unknown[]) =>
  values.map((value): [string, unknown] => [field, value]);

describe('POST /users', () => {
  const grace = {
    username: 'grace',
    display_name: 'Grace',
    email: 'g@example.com',
    role: 'member',
  };
  it.each([
    ...asCases('username', ['a', 'x'.repeat(51), 'a b', 'a@b.example', 'grâce', 'a\u0000b', ['a']]),
    ...asCases('display_name', NAMES),
    ...asCases('email', EMAILS),
    ...asCases('role', ['superadmin', 'Admin', undefined, null, ['admin']]),
    ...asCases('time_zone', ZONES),
    ...[...UNKNOWN, 'is_active', 'password'].map((field): [string, unknown] => [field, true]),
  ])('refuses %s %p', async (field, value) => {
    expectRefused(await api.as(admin).post('/users', { ...grace, [field]: value }), field);
  });
});

describe('PATCH /users/:id', () => {
  it.each([
    ...asCases('display_name', NAMES),
    ...asCases('email', EMAILS),
    ...asCases('role', ['superadmin', null, 1]),
    ...asCases('is_active', ['no', null, 0]),
    ...[...UNKNOWN, 'username', 'time_zone'].map((field): [string, unknown] => [field, 'x']),
  ])('refuses %s %p', async (field, value) => {
    expectRefused(await api.as(admin).patch(`/users/${member.id}`, { [field]: value }), field);
  });
});

describe('PATCH /me', () => {
  it.each([
    ...asCases('display_name', NAMES),
    ...asCases('email', EMAILS),
    ...asCases('time_zone', ZONES),
    ...asCases('theme', ['xx-<script>', 'DARK', null, 1]),
    ...asCases('week_start', [2, 0, '1', 1.5, null]),
    ...[...UNKNOWN, 'username', 'role', 'is_active'].map((field): [string, unknown] => [field, 1]),
  ])('refuses %s %p', async (field, value) => {
    expectRefused(await api.as(member).patch('/me', { [field]: value }), field);
  });

  it.each(['{"__proto__":{"role":"admin"}}', '{"constructor":{"prototype":{"role":"admin"}}}'])(
    'takes no prototype for a field: %s',
    async (payload) => {
      const headers = {
        authorization: `Bearer ${member.token}`,
        'content-type': 'application/json',
      };
      const answer = await api.app.inject({ method: 'PATCH', url: '/api/me', headers, payload });
      expect(answer.statusCode).toBe(400);
      expect(({} as { role?: string }).role).toBeUndefined();
    },
  );
});

describe('POST /me/password', () => {
  const change = (new_password: unknown) =>
    api.as(member).post('/me/password', { current_password: PASSWORD, new_password });

  it.each(['password123', 'Tidemark-2026', 'member.person', 'member@example.com', 'qwertyuiop'])(
    'refuses %s as too easy to guess, without repeating it',
    async (password) => {
      const answer = await change(password);
      expectRefused(answer, 'new_password');
      expect(answer.body.errors?.[0]?.code).toBe('common-password');
      expect(answer.text).not.toContain(password);
    },
  );

  it.each([
    'short-7',
    'x'.repeat(257),
    '',
    'half \ud800 of a sign',
    12345678,
    null,
    ['tidal-gauge'],
  ])('refuses %.20p', async (password) => expectRefused(await change(password), 'new_password'));
});

describe('POST /setup', () => {
  let fresh: SpecApi;
  let token: string | null;
  beforeAll(async () => {
    fresh = await SpecApi.start();
    token = await fresh.app.get(SetupService).pendingToken();
  });
  afterAll(() => fresh.stop());

  it.each([
    ...asCases('token', [undefined, '', 7]),
    ...asCases('username', ['a', 'ada lovelace', '../etc']),
    ...asCases('display_name', ['\u202Eada']),
    ...asCases('email', EMAILS),
    ...asCases('password', ['short', 'password123', 'Lovelace1815', undefined]),
    ...asCases('time_zone', ZONES),
    ...[...UNKNOWN, 'role', 'is_active'].map((field): [string, unknown] => [field, 'admin']),
  ])('refuses %s %p', async (field, value) => {
    const ada = { token, username: 'ada', display_name: 'Ada Lovelace', email: 'ada@example.com' };
    const body = { ...ada, password: 'tidal-gauge-47', [field]: value };
    expectRefused(await fresh.anonymous.post('/setup', body), field);
    expect(await fresh.sql('SELECT FROM "user"')).toEqual([]);
  });
});

describe('POST /auth/invitation', () => {
  it.each([
    ['', 400],
    [7, 400],
    ['A'.repeat(201), 400],
    ['x', 410],
    ['A'.repeat(43), 410],
    ["' OR 1=1--", 410],
  ])('refuses the token %.12p', async (token, status) => {
    const body = { token, password: 'neap-tide-9-marks' };
    expect((await api.anonymous.post('/auth/invitation', body)).status).toBe(status);
  });
});

describe('GET /users', () => {
  it.each([
    'limit=0',
    'limit=-1',
    'limit=101',
    'limit=1.5',
    'limit=abc',
    'limit=',
    'page=0',
    'page=101&limit=100',
    'page=9223372036854775808',
    'role=superadmin',
    'role=admin&role=member',
    'is_active=1',
    'sort=password_hash',
    'sort=email',
    'sort=username;select%20pg_sleep(5)',
    'q=',
    `q=${'x'.repeat(201)}`,
    'q=%00',
    'q[]=x',
    'foo=1',
  ])('refuses %.40s', async (query) => {
    const { status, body } = await api.as(admin).get(`/users?${query}`);
    expect([status, body.type]).toEqual([400, '/problems/invalid-parameter']);
  });
});

it.each(['4711', '0', '-1', 'abc', '1.0', '%201', '%D9%A1', '99999999999', '%00'])(
  'finds nobody at %s',
  async (id) => {
    const as = api.as(admin);
    const answers = [
      await as.get(`/users/${id}`),
      await as.patch(`/users/${id}`, { role: 'admin' }),
      await as.post(`/users/${id}/invitation`),
    ];
    for (const { status } of answers) expect([400, 404]).toContain(status);
  },
);
