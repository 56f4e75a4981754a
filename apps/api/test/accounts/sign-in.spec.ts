import type { Problem, Session } from '@tidemark/contracts';
import { PASSWORD, type Person, SpecApi } from '../support';
import { Browser } from './browser';

let api: SpecApi;
let admin: Person;
let member: Person;

beforeAll(async () => {
  api = await SpecApi.start();
  admin = await api.people.make('admin', 'admin');
  member = await api.people.make('member');
});
afterAll(() => api.stop());

const signIn = (username: unknown, password: unknown) =>
  new Browser(api).post<Session & Problem>('/auth/login', { username, password } as object);

it.each(['member', 'MEMBER', '  member ', 'member@example.com', 'Member@Example.COM'])(
  'signs in as %p',
  async (name) => {
    const { status, body } = await signIn(name, PASSWORD);
    expect(status).toBe(200);
    expect(body).toEqual({
      access_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
      expires_in: 600,
      user: {
        id: member.id,
        username: 'member',
        display_name: 'Member Person',
        email: 'member@example.com',
        role: 'member',
        time_zone: 'Europe/Berlin',
        theme: 'system',
        week_start: 1,
        is_lead: false,
      },
    });
  },
);

it('records the sign-in as the act of the person, and when it was', async () => {
  await signIn('member', PASSWORD);
  const [newest] = await api.as(admin).feed(`?user_id=${member.id}&limit=1`);
  expect(newest).toMatchObject({
    user_id: member.id,
    username: 'member',
    action: 'signed_in',
    entity_type: 'user',
    entity_id: member.id,
    entity_name: 'Member Person',
    description: 'Signed in',
    extra_data: {},
    changes: [],
    source: 'person',
    ip_address: '127.0.0.1',
  });
  const [row] = await api.sql<{ last_sign_in_at: Date }>(
    'SELECT last_sign_in_at FROM "user" WHERE id = $1',
    [member.id],
  );
  expect(row?.last_sign_in_at.toISOString().slice(0, 16)).toBe(newest?.created_at.slice(0, 16));
});

it('does not count a sign-in as a change of the person', async () => {
  const updatedAt = () => api.sql('SELECT updated_at FROM "user" WHERE id = $1', [member.id]);
  const before = await updatedAt();
  await signIn('member', PASSWORD);
  expect(await updatedAt()).toEqual(before);
});

describe('answers the same', () => {
  let deactivated: Person;
  beforeAll(async () => {
    deactivated = await api.people.make('gone');
    await api.as(admin).patch(`/users/${deactivated.id}`, { is_active: false });
    await api.as(admin).post('/users', {
      username: 'invited',
      display_name: 'Not yet here',
      email: 'invited@example.com',
      role: 'member',
    });
  });

  it.each([
    ['a wrong password', 'member', 'wrong'],
    ['an unknown name', 'nobody', PASSWORD],
    ['an unknown e-mail', 'nobody@example.com', PASSWORD],
    ['a deactivated account', 'gone', PASSWORD],
    ['an account without a password', 'invited', PASSWORD],
    ['SQL', "' OR 1=1--", PASSWORD],
    ['a name of 254 characters', 'x'.repeat(254), PASSWORD],
    ['a password of 256 characters', 'member', 'x'.repeat(256)],
    ['a password that differs after 72 bytes', 'member', `${PASSWORD}${'x'.repeat(80)}`],
  ])('to %s', async (_what, name, password) => {
    const { status, body, headers } = await signIn(name, password);
    expect(status).toBe(401);
    expect(body).toEqual({
      type: '/problems/invalid-credentials',
      title: 'Wrong name or password',
      status: 401,
      detail: 'The name or the password is not right',
      instance: body.instance,
      error: 'Wrong name or password',
      message: 'The name or the password is not right',
    });
    expect(headers['set-cookie']).toBeUndefined();
  });
});

it('keeps long passwords whole', async () => {
  const long = `${'correct horse '.repeat(18)}end`;
  await api.as(member).post('/me/password', { current_password: PASSWORD, new_password: long });
  expect((await signIn('member', long)).status).toBe(200);
  expect((await signIn('member', long.replace(/end$/, 'END'))).status).toBe(401);
  await api.as(member).post('/me/password', { current_password: long, new_password: PASSWORD });
});

it.each([
  ['an empty object', {}, '/username'],
  ['a list of names', { username: ['admin'], password: 'x' }, '/username'],
  ['an operator', { username: 'admin', password: { $ne: '' } }, '/password'],
  ['no password', { username: 'admin', password: '' }, '/password'],
  ['a password of 257 characters', { username: 'admin', password: 'x'.repeat(257) }, '/password'],
  ['a name of 255 characters', { username: 'x'.repeat(255), password: 'x' }, '/username'],
  ['NUL in the name', { username: 'a\u0000', password: 'x' }, '/username'],
  ['an unknown field', { username: 'admin', password: 'x', remember: true }, '/remember'],
])('refuses %s before anything is compared', async (_what, body, pointer) => {
  const before = await failures();
  const answer = await new Browser(api).post('/auth/login', body);
  expect([answer.status, answer.body.type]).toEqual([400, '/problems/validation-failed']);
  expect(answer.body.errors?.map((error) => error.pointer)).toContain(pointer);
  expect(answer.text).not.toContain('xxx');
  expect(await failures()).toEqual(before);
});

it.each([
  ['application/json', '"text"', 400, 'malformed-json'],
  ['application/json', '{"username":"a",}', 400, 'malformed-json'],
  ['application/json', "{'username':'a'}", 400, 'malformed-json'],
  ['application/json', 'null', 400, 'validation-failed'],
  ['application/json', '', 400, 'validation-failed'],
  ['application/json', `{"password":"${'x'.repeat(1_000_000)}"}`, 413, 'payload-too-large'],
  ['application/x-www-form-urlencoded', 'username=a&password=b', 415, 'unsupported-media-type'],
  ['text/plain', '{"username":"a","password":"b"}', 415, 'unsupported-media-type'],
])('refuses %s %.20s', async (type, payload, status, code) => {
  const answer = await api.app.inject({
    method: 'POST',
    url: '/api/auth/login',
    headers: { 'content-type': type },
    payload,
  });
  expect([answer.statusCode, answer.json<Problem>().type]).toEqual([status, `/problems/${code}`]);
});

it('takes the last of two values of one key, for the check and for the record alike', async () => {
  const answer = await api.app.inject({
    method: 'POST',
    url: '/api/auth/login',
    headers: { 'content-type': 'application/json' },
    payload: `{"username":"admin","username":"member","password":"${PASSWORD}"}`,
  });
  expect(answer.json<Session>().user.username).toBe('member');
});

const failures = () =>
  api.sql(`SELECT count(*) FROM activity WHERE action = 'sign_in_failed'
           UNION ALL SELECT count(*) FROM sign_in_attempt`);
